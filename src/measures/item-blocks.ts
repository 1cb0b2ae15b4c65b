import type { Frame } from '../model/frame.ts';
import type { Measure } from '../model/measure.ts';
import type { FormColumns } from '../model/table.ts';
import type { Variable } from '../model/variable.ts';
import { isAbout, wordsOf } from './column-roles.ts';
import type { ColumnWords } from './column-words.ts';

/** One time point of a measure in the columns of a table. */
export interface Block extends FormColumns {
  time: string;
  /** How many of the items there are. */
  found: number;
}

/** At least this share of the items has to be there. */
const ENOUGH = 0.8;

/** Columns that belong together by stem and time point, and have enough items of the measure. */
export function blocksOf(frame: Frame, measure: Measure, person: string): Block[] {
  const candidates = frame.variables
    .filter(({ name, kind }) => name !== person && kind !== 'date' && kind !== 'identifier')
    .map((variable) => ({ variable, words: wordsOf(variable, measure) }));
  const stems = Map.groupBy(
    candidates.filter(({ words }) => words.item !== null),
    ({ words }) => words.stem,
  );
  const full = [...stems.values()]
    .map((own) => [...Map.groupBy(own, ({ words }) => words.time.toLowerCase()).values()])
    .map((times) => times.map((columns) => itemBlock(columns, measure)).filter((b) => b !== null))
    .filter((blocks) => blocks.length > 0);
  const [best] = full.toSorted((a, b) => b.length - a.length);
  const blocks: Block[] = best ?? [];
  const totals = totalColumns(candidates, measure);
  if (blocks.length === 0) {
    return [...totals].map(([time, own]) => ({ time, totals: own, found: 0 }));
  }
  return blocks.map((block) => {
    const own = totals.get(block.time);
    return own === undefined ? block : { ...block, totals: own };
  });
}

interface Candidate {
  variable: Variable;
  words: ColumnWords;
}

function itemBlock(columns: readonly Candidate[], measure: Measure): Block | null {
  const asked = measure.items.length;
  const byItem = new Map(columns.map(({ variable, words }) => [words.item, variable.name]));
  const items = measure.items.map(({ item }) => byItem.get(item) ?? '');
  const found = items.filter((name) => name !== '').length;
  const strays = columns.filter(({ words }) => !measure.items.some((i) => i.item === words.item));
  if (asked === 0 || found < Math.max(1, ENOUGH * asked)) return null;
  const isNamed = columns.some(({ variable }) => isAbout(variable, measure));
  // Numbered columns of no name have to be just as many as there are items.
  if (!isNamed && (found < asked || strays.length > 0 || asked < 5)) return null;
  return { time: columns[0]?.words.time ?? '', items, found };
}

/** Columns that bring a score: "phq9_total_pre", or just the measure's name. */
function totalColumns(
  candidates: readonly Candidate[],
  measure: Measure,
): Map<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>();
  for (const { variable, words } of candidates) {
    if (!isAbout(variable, measure)) continue;
    const key = subscaleIn(variable, measure);
    if (key === undefined) continue;
    found.set(words.time, { ...found.get(words.time), [key]: variable.name });
  }
  return found;
}

function subscaleIn(variable: Variable, { subscales, short }: Measure): string | undefined {
  const text = ` ${`${variable.name} ${variable.label}`.toLowerCase().replace(/[^a-z]+/g, ' ')} `;
  const named = subscales.find(({ key, name }) => {
    const words = [key, name].map((word) =>
      word
        .toLowerCase()
        .replace(/[^a-z]+/g, ' ')
        .trim(),
    );
    return words.some((word) => word !== 'total' && text.includes(` ${word} `));
  });
  if (named !== undefined) return named.key;
  const total =
    subscales.find(({ key }) => key === 'total') ??
    (subscales.length === 1 ? subscales[0] : undefined);
  if (total === undefined || variable.kind === 'text') return undefined;
  const isTotal = /\b(total|sum|score)\b/.test(text.replace(` ${short.toLowerCase()} `, ' '));
  return isTotal ? total.key : undefined;
}
