import type { Column, Value } from '../model/column.ts';
import { columnNamed, type Frame, variableNamed } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { ValueLabel, Variable } from '../model/variable.ts';

/** A cell as it stands in the extract, and where. */
export interface FormCell {
  value: Value;
  /** 1-based row of the source. */
  row: number;
  variable: string;
  /** Where it is another table than the one that is scored. */
  table?: string;
}

/** One questionnaire of one person at one time, with at least one item or score filled. */
export interface Form {
  person: string | null;
  time: string;
  /** Day number; null when it is not known. */
  day: number | null;
  rater: string | null;
  /** Which version of the questionnaire it is, as the extract says. */
  version: string | null;
  /** 1-based row of the source, the first one of a long form. */
  row: number;
  /** In the order of the measure's items; null where there is no such cell. */
  cells: (FormCell | null)[];
  /** Scores that the extract brings, by the key of the subscale. */
  totals: ReadonlyMap<string, FormCell>;
}

/** What a layout reads from its tables. */
export interface Forms {
  forms: Form[];
  times: readonly ValueLabel[];
  dated: boolean;
  rated: boolean;
  versioned: boolean;
  /** Whether there are columns of items at all, or only of scores. */
  itemised: boolean;
  /** Long layout: answers that contradict an earlier one. */
  repeatedItems: number;
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
