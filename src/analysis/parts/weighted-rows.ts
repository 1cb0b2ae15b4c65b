import { columnNamed, variableNamed } from '../../model/frame.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import { plainLabel } from './outcomes.ts';
import { count } from './words.ts';

/** More rows than this are more likely a mistake than a table of counts. */
const MOST_ROWS = 20_000_000;

/**
 * A view in which every row stands as often as its weight says: counts of people in a table that has
 * already been summed up. Rows of weight 0, and those without one, are left out.
 * @throws Refusal `wrong-weight` for weights that are negative or not whole
 */
export function weightedRows(view: View, name: string): { view: View; note: Note } {
  const column = columnNamed(view.frame, name);
  const label = plainLabel(variableNamed(view.frame, name));
  const refuse = (reason: string) =>
    new Refusal('wrong-weight', `“${label}” cannot say how many each row stands for: ${reason}.`, {
      hint: 'Weights are whole numbers of at least 0.',
      where: { option: 'weight', column: name },
    });
  if (column.type !== 'numbers') throw refuse('it holds no numbers');
  let [total, without] = [0, 0];
  for (const row of view.rows) {
    const weight = column.values[row] as number;
    if (column.missing[row] !== 0) without++;
    else if (!Number.isInteger(weight) || weight < 0)
      throw refuse(`row ${(view.frame.origin[row] ?? row + 1).toString()} has ${weight}`);
    else total += weight;
  }
  if (total > MOST_ROWS)
    throw refuse(`together they are ${count(total)}, more than ${count(MOST_ROWS)}`);
  const rows = new Uint32Array(total);
  let at = 0;
  for (const row of view.rows) {
    if (column.missing[row] !== 0) continue;
    const weight = column.values[row] as number;
    rows.fill(row, at, at + weight);
    at += weight;
  }
  const left = without > 0 ? `; ${count(without)} rows without a weight are left out` : '';
  return {
    view: { ...view, rows, isWeighted: true },
    note: {
      kind: 'note',
      text: `Weighted by ${escapeRich(label)}: ${count(view.rows.length)} rows stand for ${count(total)} ${escapeRich(view.unit)}${left}.`,
    },
  };
}
