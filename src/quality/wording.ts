import type { HotTable } from '../columns/hot/hot-table.ts';
import { hotReason, hotValue } from '../columns/hot/hot-value.ts';
import { longDate, parseIsoDate } from '../model/calendar.ts';
import { formatNumber } from '../model/format.ts';
import { type Variable, valueLabel } from '../model/variable.ts';
import { maskValue } from './shown-text.ts';

/** The label of a variable; its name where the table has none of that name. */
export function labelOf(variables: readonly Variable[], name: string): string {
  return variables.find((each) => each.name === name)?.label ?? name;
}

const MOST = 4;

/** "Referral ID and Received"; of many, the first and how many: "PRFQ_01_T1 and 35 others". */
export function namesOf(variables: readonly Variable[], names: readonly string[]): string {
  const said = names.map((name) => labelOf(variables, name));
  if (said.length > MOST) return `${said[0]} and ${formatNumber(said.length - 1, 'count')} others`;
  const last = said.pop();
  return said.length === 0 ? (last ?? '') : `${said.join(', ')} and ${last}`;
}

/** A cell as a sentence says it, nobody's number or name in full; why it is missing where it is. */
export function sayCell(table: HotTable, name: string, row: number): string {
  const column = table.column(name);
  const value = hotValue(column, row);
  if (value === null) return hotReason(column, row) ?? 'missing';
  return sayValue(
    column.variable,
    typeof value === 'string' && column.scale.by === 'text'
      ? maskValue(column.variable, value)
      : value,
  );
}

export function sayValue(variable: Variable, value: string | number): string {
  const text = String(value);
  if (variable.kind === 'date') return longDate(parseIsoDate(text) ?? 0);
  const label = valueLabel(variable, text);
  if (typeof value === 'number') return label === text ? text.replace('-', '−') : label;
  return label === text ? `“${text}”` : `${text} (${label})`;
}
