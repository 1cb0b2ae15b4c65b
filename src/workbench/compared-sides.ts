import type { Side, Sides } from '../analysis/analysis.ts';
import type { Comparison, Result } from '../model/result.ts';
import type { StoredTable } from '../store/tables.ts';
import type { Context } from './context.ts';

/** The cohorts of a comparison: their rows for the analysis, and what the result keeps of them. */
export function comparedSides(
  context: Context,
  table: StoredTable,
  rows: Uint32Array,
  { cohorts: names, with: against }: Comparison,
): { sides: Sides; compared: NonNullable<Result['compared']> } {
  const selected = [...new Set(names)].map((name) => context.select(table, name));
  const cohorts: Side[] = selected.map((each) => ({ label: each.cohort.label, rows: each.rows }));
  if (against === 'rest') cohorts.push({ label: 'Rest', rows: restOf(table.rows, rows, cohorts) });
  return {
    sides: { cohorts, withAll: against === 'everyone' },
    compared: {
      cohorts: selected.map(({ cohort }) => cohort),
      ...(against === undefined ? {} : { with: against }),
    },
  };
}

/** The rows in none of the cohorts. */
function restOf(size: number, rows: Uint32Array, cohorts: readonly Side[]): Uint32Array {
  const taken = new Uint8Array(size);
  for (const cohort of cohorts) for (const row of cohort.rows) taken[row] = 1;
  return rows.filter((row) => taken[row] === 0);
}
