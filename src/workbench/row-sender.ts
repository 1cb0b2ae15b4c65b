import { codeValue } from '../columns/hot/hot-value.ts';
import { EVERY_ROW, readRowSenders, readSenderColumns } from '../store/senders.ts';
import type { Context } from './context.ts';
import type { Failing } from './failing-rows.ts';

/** Who is asked about a row: named for it, named for all rows of the rule, or in the table's own column. */
export function rowSender(
  context: Context,
  { rule, data, mark }: Pick<Failing, 'rule' | 'data' | 'mark'>,
): (row: number) => string | null {
  const { db } = context.project;
  const named = readRowSenders(db, rule.id);
  const forAll = named.get(EVERY_ROW);
  named.delete(EVERY_ROW);
  const variable = readSenderColumns(db)[data.name];
  const column = data.table.variables.some(({ name }) => name === variable)
    ? data.table.column(variable ?? '')
    : undefined;
  return (row) => {
    const own = named.size > 0 ? named.get(mark(row)) : undefined;
    if (own !== undefined) return own;
    if (forAll !== undefined) return forAll;
    const value = column && codeValue(column, column.codes[row] as number);
    return value === undefined || value === null ? null : String(value).trim();
  };
}
