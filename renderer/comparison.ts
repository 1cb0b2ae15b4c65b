import type { Cohort } from '../src/model/cohort.ts';
import type { Comparison } from '../src/model/result.ts';
import type { TableInfo } from '../src/model/table.ts';
import type { Kind } from '../src/model/variable.ts';

const COMPARABLE: readonly Kind[] = ['category', 'yesno', 'integer', 'decimal'];
const MOST = 50;

/** The variables that a first look at cohorts side by side shows: all that can be summed up. */
export function comparable(table: TableInfo): string[] {
  return table.variables
    .filter(({ kind }) => COMPARABLE.includes(kind))
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** A comparison with those of its cohorts that are there and of the table; null where none is left. */
export function comparisonOn(
  asked: Comparison | null,
  known: readonly Cohort[],
  table: TableInfo,
): Comparison | null {
  const own = known.filter((cohort) => cohort.table === table.name).map(({ name }) => name);
  const cohorts = (asked?.cohorts ?? []).filter((name) => own.includes(name));
  return asked === null || cohorts.length === 0 ? null : { ...asked, cohorts };
}

/** "Accepted, Rejected and the rest compared" */
export function comparisonTitle(comparing: Comparison, known: readonly Cohort[]): string {
  const labels = comparing.cohorts.map(
    (name) => known.find((cohort) => cohort.name === name)?.label ?? name,
  );
  const last =
    comparing.with === 'rest'
      ? 'the rest'
      : comparing.with === 'everyone'
        ? 'everyone'
        : labels.pop();
  return labels.length === 0 ? `${last} compared` : `${labels.join(', ')} and ${last} compared`;
}
