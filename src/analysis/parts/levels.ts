import { isoDate } from '../../model/calendar.ts';
import type { Column } from '../../model/column.ts';
import { columnNamed, variableNamed } from '../../model/frame.ts';
import { Refusal } from '../../model/refusal.ts';
import type { MissingCount } from '../../model/result.ts';
import { type Variable, valueLabel } from '../../model/variable.ts';
import type { DataView as View } from '../analysis.ts';
import { countReasons, type Reasons, reasonsOf, taken } from './reasons.ts';
import { type Tally, tallyCodes, tallyNumbers } from './tally.ts';

/** A variable with more values than this is not a set of categories. */
export const MOST_LEVELS = 200;

export interface Levels {
  variable: Variable;
  /** Labels in order: as the variable lists them, then others that occur, in alphabetical order. */
  labels: readonly string[];
  /** How many rows have each. */
  counts: readonly number[];
  /** The values of each that occur, as they are kept. */
  values: readonly (readonly string[])[];
  /** One entry a row of the view: index of the level, −1 when missing. Made when first asked for. */
  codes(): Int32Array;
  reasons: Reasons;
  missing: readonly MissingCount[];
}

/**
 * A variable as categories in the rows of the view. Values with the same label are one level; values
 * that the variable lists are levels even when no row has them.
 * @throws Refusal `too-many-values` beyond 200 levels
 */
export function levelsOf(view: View, name: string, option: string): Levels {
  const variable = variableNamed(view.frame, name);
  const column = columnNamed(view.frame, name);
  const reasons = reasonsOf(view, column);
  const tally = tallyOf(view, column, reasons);
  const found = tally.values.map((value) => labelOf(variable, value));
  const listed = new Set(listedLabels(variable));
  const others = new Set(found.filter((label) => !listed.has(label)));
  const labels = [...listed, ...[...others].sort(alphabetical)];
  if (labels.length > MOST_LEVELS) throw tooMany(variable, labels.length, option);
  const index = new Map(labels.map((label, i) => [label, i]));
  const levelOf = Int32Array.from(found, (label) => index.get(label) ?? -1);
  const counts = labels.map(() => 0);
  levelOf.forEach((level, k) => {
    counts[level] = (counts[level] ?? 0) + (tally.counts[k] ?? 0);
  });
  const values = labels.map((): string[] => []);
  levelOf.forEach((level, k) => {
    values[level]?.push(tally.values[k] ?? '');
  });
  let codes: Int32Array | undefined;
  return {
    variable,
    labels,
    counts,
    values,
    codes() {
      codes ??= tally.positions().map((at) => (at < 0 ? -1 : (levelOf[at] as number)));
      return codes;
    },
    reasons,
    missing: countReasons(reasons),
  };
}

function tallyOf(view: View, column: Column, { codes: missing }: Reasons): Tally {
  if (column.type === 'numbers') return tallyNumbers(taken(view, column.values), missing, String);
  if (column.type === 'days')
    return tallyNumbers(Float64Array.from(taken(view, column.values)), missing, isoDate);
  const text = (code: number) => column.texts?.text(code) ?? column.dictionary[code] ?? '';
  const size = column.texts?.size ?? column.dictionary.length;
  return tallyCodes(taken(view, column.codes), taken(view, column.missing), size, text);
}

function tooMany(variable: Variable, values: number, option: string): Refusal {
  return new Refusal('too-many-values', `“${variable.label}” has ${values} different values.`, {
    hint: `At most ${MOST_LEVELS} can be counted as categories. Group them first, or describe the variable as numbers.`,
    where: { option, column: variable.name },
  });
}

function listedLabels(variable: Variable): string[] {
  if (variable.values.length > 0) return variable.values.map((entry) => entry.label);
  return variable.kind === 'yesno' ? ['Yes', 'No'] : [];
}

function labelOf(variable: Variable, value: string): string {
  if (variable.kind === 'yesno' && variable.values.length === 0)
    return value === '1' ? 'Yes' : 'No';
  return valueLabel(variable, value);
}

/** Alphabetical, with numbers by their value: "2" before "10". */
function alphabetical(a: string, b: string): number {
  return ORDER.compare(a, b);
}

const ORDER = new Intl.Collator('en-GB', { numeric: true });
