import type { SeveralAnswers } from '../model/importing.ts';
import type { ColumnTally } from './column-tally.ts';

/** How a column of a block is named: `q7___1` (REDCap), `q7/1` (Kobo), `q7[1]`, `q7 – Sleep`, `q7_1`. */
const NAMES: readonly RegExp[] = [
  /^(.+?)___.+$/,
  /^(.+)\/[^/]+$/,
  /^(.+?)\s*\[[^\]]+\]$/,
  /^(.+) – .+$/,
  /^(.+?)[_.](?:\d{1,3}|[a-z])$/i,
  /^(.*\D)\d{1,2}[a-z]$/i,
];

/** The blocks of columns that hold the ticks of one question each, by position of their columns. */
export function tickBoxes(
  columns: readonly { header: string; tally: ColumnTally }[],
): ReadonlyMap<number, SeveralAnswers> {
  const blocks = new Map<string, { name: string; positions: number[] }>();
  for (const [position, { header, tally }] of columns.entries()) {
    const name = isTicked(tally) ? blockName(header) : undefined;
    if (name === undefined) continue;
    const block = blocks.get(name) ?? { name, positions: [] };
    block.positions.push(position);
    blocks.set(name, block);
  }
  const found = new Map<number, SeveralAnswers>();
  for (const { name, positions } of blocks.values()) {
    if (positions.length < 2) continue;
    for (const position of positions) found.set(position, { form: 'block', name, positions });
  }
  return found;
}

function blockName(header: string): string | undefined {
  const text = header.trim();
  if (text.length > 200) return undefined;
  for (const pattern of NAMES) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Nothing but 0 and 1, or yes and no. */
function isTicked({ judged, yes, no, wholes, numbers }: ColumnTally): boolean {
  if (judged === 0) return false;
  if (yes + no === judged) return true;
  const bits = (wholes.get(0) ?? 0) + (wholes.get(1) ?? 0);
  return bits === judged && numbers.marks['.'].fits === judged;
}
