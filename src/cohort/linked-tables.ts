import type { Condition } from '../model/condition.ts';

/** The other tables that a condition asks about: it means something else when one of them changes. */
export function linkedTables(condition: Condition): string[] {
  const names = new Set<string>();
  const look = (part: Condition | undefined): void => {
    if (part === undefined) return;
    if ('all' in part) part.all.forEach(look);
    else if ('any' in part) part.any.forEach(look);
    else if ('not' in part) look(part.not);
    else if ('linked' in part) {
      names.add(part.linked.table);
      look(part.where);
    } else if ('nth' in part) look(part.where);
  };
  look(condition);
  return [...names];
}
