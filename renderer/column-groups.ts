import type { Step, TableInfo } from '../src/model/table.ts';

/** Columns that came the same way stand under one heading. */
export interface ColumnGroup {
  label: string;
  /** How they came, for the tooltip. */
  about: string;
}

/**
 * Where each variable of a made table is from, as far as its origin says; null for a table whose columns are
 * all from one place.
 */
export function columnGroups(
  table: TableInfo,
  tables: readonly TableInfo[],
): ReadonlyMap<string, ColumnGroup> | null {
  const groups = sourcesOf(table, tables, new Set());
  const labels = new Set([...groups.values()].map(({ label }) => label));
  return labels.size > 1 ? groups : null;
}

function sourcesOf(
  table: TableInfo,
  tables: readonly TableInfo[],
  seen: ReadonlySet<string>,
): Map<string, ColumnGroup> {
  const { origin, variables } = table;
  const all = (group: ColumnGroup) => new Map(variables.map(({ name }) => [name, group]));
  if (origin.made === 'import' || seen.has(table.name)) {
    return all({ label: table.label, about: 'As it was imported' });
  }
  const from = tables.find(({ name }) => name === origin.from);
  const before = from && sourcesOf(from, tables, new Set([...seen, table.name]));
  const labelOf = (name: string) => tables.find((each) => each.name === name)?.label ?? name;
  const made = madeBy(table, labelOf);
  return new Map(
    variables.map(({ name }) => [name, made(name) ?? before?.get(name) ?? added(table)]),
  );
}

/** The group of a variable that the table itself brought or made; undefined: it was there before. */
function madeBy(
  { origin }: TableInfo,
  labelOf: (table: string) => string,
): (name: string) => ColumnGroup | undefined {
  if (origin.made === 'recipe') {
    const brought = new Map(origin.steps.flatMap((step) => broughtBy(step, labelOf)));
    return (name) => brought.get(name);
  }
  if (origin.made === 'pairs') {
    const { table, carry = [], person } = origin.rule.eligible;
    const carried = new Set([...carry, person]);
    const theirs = { label: labelOf(table), about: 'Brought along by the pairing' };
    const pairs = { label: 'Pairs', about: `Made of ${labelOf(origin.from)} by the pairing` };
    return (name) => (carried.has(name) ? theirs : pairs);
  }
  return () => undefined;
}

function broughtBy(step: Step, labelOf: (table: string) => string): [string, ColumnGroup][] {
  const { op, table, key, name, bring } = step;
  if (typeof table !== 'string') {
    return typeof name === 'string' ? [[name, ADDED]] : [];
  }
  const label = labelOf(table);
  if (Array.isArray(bring)) {
    const group = { label, about: `Linked by ${key}` };
    return (bring as { variable: string; name?: string }[]).map((each) => [
      each.name ?? each.variable,
      group,
    ]);
  }
  const how = op === 'count-linked' ? 'Counted' : 'Taken';
  return typeof name === 'string' ? [[name, { label, about: `${how} by ${key}` }]] : [];
}

const ADDED: ColumnGroup = { label: 'Added by steps', about: 'Made from the columns beside them' };

function added({ origin }: TableInfo): ColumnGroup {
  if (origin.made !== 'scores') return ADDED;
  return { label: 'Scores', about: `Scored with ${origin.measure} ${origin.version}` };
}
