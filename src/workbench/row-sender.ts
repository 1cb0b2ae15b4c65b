import { codeValue } from '../columns/hot/hot-value.ts';
import { countCodes } from '../quality/column-rows.ts';
import { otherSpellings } from '../quality/spelling.ts';
import { EVERY_ROW, readRowSenders, readSenderColumns } from '../store/senders.ts';
import type { Context } from './context.ts';
import type { Failing } from './failing-rows.ts';

/** Who is asked about a row: named for it, named for all rows of the rule, or in the table's own column, however spelt. */
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
  const spelt = new Map<string, string>();
  if (column) {
    const counts = countCodes(column, data.table.rows);
    const values = Array.from(counts.subarray(column.floor), (n, at) => ({
      text: String(codeValue(column, at + column.floor)).trim(),
      n,
    }));
    for (const [other, usual] of otherSpellings(values)) spelt.set(other, usual);
  }
  return (row) => {
    const own = named.size > 0 ? named.get(mark(row)) : undefined;
    if (own !== undefined) return own;
    if (forAll !== undefined) return forAll;
    const value = column && codeValue(column, column.codes[row] as number);
    if (value === undefined || value === null) return null;
    const said = String(value).trim();
    return spelt.get(said) ?? said;
  };
}
