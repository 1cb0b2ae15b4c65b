import { conditionClause } from '../src/cohort/condition-parts.ts';
import { tablesOf } from '../src/cohort/tables.ts';
import type { Condition } from '../src/model/condition.ts';
import { Refusal } from '../src/model/refusal.ts';
import type { TableInfo } from '../src/model/table.ts';

export { partsOf, together } from '../src/cohort/condition-parts.ts';

/** A condition as a chip says it: "Outcome is Accepted". */
export function chipWords(
  condition: Condition,
  table: TableInfo,
  /** All of the project, for what is asked of linked rows. */
  tables: readonly TableInfo[] = [],
): string {
  try {
    return conditionClause(condition, table.variables, table.unit, tablesOf(tables));
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** A name for a cohort that no other has: "accepted-before-birth", "accepted-before-birth-2". */
export function cohortName(label: string, taken: readonly string[]): string {
  const stem = label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const base = stem || 'cohort';
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(name)) return name;
  }
}
