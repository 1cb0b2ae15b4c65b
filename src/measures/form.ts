import type { Column } from '../model/column.ts';
import { columnNamed, type Frame, variableNamed } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { ScoreAccount } from '../model/table.ts';
import type { ValueLabel, Variable } from '../model/variable.ts';
import type { Measure } from './measure.ts';

/** An answer within the item's range; null when the item was left out. */
export type Answer = number | null | 'out-of-range';

/** One questionnaire of one person at one time, with at least one item filled. */
export interface Form {
  person: string | null;
  time: string;
  /** Day number; null when it is not known. */
  day: number | null;
  /** 0-based row of the frame, the first one of a long form. */
  row: number;
  /** In the order of the measure's items. */
  answers: Answer[];
}

/** What a layout reads from a table. */
export interface Forms {
  forms: Form[];
  times: readonly ValueLabel[];
  dated: boolean;
  outOfRange: ScoreAccount['outOfRange'];
  /** Long layout: answers that contradict an earlier one. */
  repeatedItems: number;
}

/** A cell as an answer; text that is a whole number counts as that number. */
export function readAnswer(cell: string | number | null, item: Measure['items'][number]): Answer {
  if (cell === null || cell === '') return null;
  const value = typeof cell === 'number' ? cell : Number(cell.trim() || Number.NaN);
  const fits = Number.isInteger(value) && value >= item.min && value <= item.max;
  return fits ? value : 'out-of-range';
}

/** @throws Refusal `wrong-kind` when the variable is not a date */
export function dateColumn(frame: Frame, name: string): Column {
  const { kind, label } = variableNamed(frame, name);
  if (kind === 'date') return columnNamed(frame, name);
  throw new Refusal('wrong-kind', `${label} is not a date, and the date of a form has to be one.`, {
    hint: 'Change its kind to date, or leave the date out.',
    where: { column: name },
  });
}

/** Day number of a row; null when the date is missing or there is none. */
export function dayAt(column: Column | undefined, row: number): number | null {
  return column?.type === 'days' && column.missing[row] === 0 ? (column.values[row] ?? null) : null;
}

/** The values of a time variable in their order: declared ones first, then as they are met. */
export function timesOf(variable: Variable, met: Iterable<string>): readonly ValueLabel[] {
  const declared = new Set(variable.values.map((entry) => entry.value));
  const others = [...new Set(met)].filter((value) => !declared.has(value));
  return [...variable.values, ...others.map((value) => ({ value, label: value }))];
}
