import { missingReason, valueAt } from '../../model/column.ts';
import { columnNamed, variableNamed } from '../../model/frame.ts';
import { Refusal } from '../../model/refusal.ts';
import type { MissingCount } from '../../model/result.ts';
import { type Variable, valueLabel } from '../../model/variable.ts';
import type { DataView as View } from '../analysis.ts';
import { missingCounts } from './missing-counts.ts';

/** A variable with more values than this is not a set of categories. */
export const MOST_LEVELS = 200;

export interface Levels {
  variable: Variable;
  /** Labels in order: as the variable lists them, then others that occur, in alphabetical order. */
  labels: readonly string[];
  /** How many rows have each. */
  counts: readonly number[];
  /** One entry a row of the view: index of the level, −1 when missing. */
  codes: Int32Array;
  /** One entry a row of the view: why it is missing, or null. */
  reasons: readonly (string | null)[];
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
  const reasons = Array.from(view.rows, (row) => missingReason(column, row));
  const labels = Array.from(view.rows, (row, i) =>
    reasons[i] === null ? labelOf(variable, String(valueAt(column, row) ?? '')) : null,
  );
  const listed = new Set(listedLabels(variable));
  const others = new Set(
    labels.filter((label) => label !== null).filter((label) => !listed.has(label)),
  );
  const order = [...listed, ...[...others].sort(alphabetical)];
  if (order.length > MOST_LEVELS) {
    throw new Refusal(
      'too-many-values',
      `“${variable.label}” has ${order.length} different values.`,
      {
        hint: `At most ${MOST_LEVELS} can be counted as categories. Group them first, or describe the variable as numbers.`,
        where: { option, column: name },
      },
    );
  }
  const index = new Map(order.map((label, i) => [label, i]));
  const codes = Int32Array.from(labels, (label) =>
    label === null ? -1 : (index.get(label) ?? -1),
  );
  const counts = order.map(() => 0);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  return { variable, labels: order, counts, codes, reasons, missing: missingCounts(reasons) };
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
