import type { TableInfo } from '../../src/model/table.ts';
import { useSelect } from '../use-session.ts';

/** A table that was made from another, and that has changed since: said, with what changed. */
export function OutOfDate({ table }: { table: TableInfo }) {
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const stale = table.outOfDate ?? [];
  if (stale.length === 0) return null;
  const labelOf = (name: string) => tables.find((each) => each.name === name)?.label ?? name;
  const words = stale
    .map(({ table: name, cohort, now }) => {
      const what = cohort === undefined ? labelOf(name) : `the cohort “${cohort}”`;
      return now === null ? `${what} is gone` : `${what} has changed`;
    })
    .join(', ');
  return (
    <span className="tag caution" title={`Made from it before: ${words} since.`}>
      ! Out of date: {words}
    </span>
  );
}
