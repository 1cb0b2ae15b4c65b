import type { CellNote } from '../model/receipt.ts';
import type { LoadedCounts } from './count-loaded.ts';
import { type DecodedColumn, type NoValue, otherEntries, STATE } from './decoded.ts';
import { numberText } from './raw-run.ts';
import { loadedStretches, type ReadCells } from './read-cells.ts';

/** Cells that did not fit, by reason. */
export interface Problem {
  reason: string;
  n: number;
  /** The loaded row in which the first of them stands. */
  first: number;
}

/** Notes each loaded cell that its value leaves something out of; gives those that did not fit. */
export function noteCells(
  cells: ReadCells,
  rows: Uint32Array,
  used: readonly LoadedCounts[],
  index: number,
  notes: CellNote[],
): Problem[] {
  const problems = new Map<string, Problem>();
  const noted = cells.runs.map(({ decoded }) => notedCodes(decoded));
  const isAny = noted.some(
    (codes, i) => codes.includes(1) && isUsed(codes, used[i]?.counts().counts ?? codes),
  );
  if (!isAny) return [];
  for (const { nth, read, at, numbers } of loadedStretches(cells, rows, 0, rows.length)) {
    const { run, decoded } = read;
    const isNoted = noted[nth] as Buffer;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] as number;
      const code = run.pattern ? -1 - number : number;
      if (code < 0 || isNoted[code] === 0) continue;
      const state = decoded.states[code];
      const none = decoded.noValues.get(code);
      if (state === STATE.problem) count(problems, none, at + i);
      notes.push({
        row: at + i,
        column: index,
        raw: numberText(run, number),
        kind: state === STATE.value ? 'raw' : state === STATE.missing ? 'missing-code' : 'problem',
        reason: none?.reason ?? '',
      });
    }
  }
  return [...problems.values()];
}

function isUsed(noted: Buffer, counts: ArrayLike<number>): boolean {
  for (let code = noted.indexOf(1); code >= 0; code = noted.indexOf(1, code + 1)) {
    if (counts[code] !== 0) return true;
  }
  return false;
}

/** 1 for entries that are noted where they stand. Nearly always there is none, which a buffer knows soonest. */
function notedCodes({ states, raw }: DecodedColumn): Buffer {
  const noted = Buffer.from(raw);
  for (const code of otherEntries(states)) {
    const state = states[code];
    noted[code] = state === STATE.missing || state === STATE.problem ? 1 : 0;
  }
  return noted;
}

function count(problems: Map<string, Problem>, none: NoValue | undefined, row: number): void {
  const { group, reason } = none ?? { group: '', reason: '' };
  const known = problems.get(group);
  if (!known) problems.set(group, { reason, n: 1, first: row });
  else {
    known.n++;
    if (known.reason !== reason) known.reason = group;
  }
}
