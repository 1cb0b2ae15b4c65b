import type { HotTable } from '../columns/hot/hot-table.ts';
import { hotReason, hotValue } from '../columns/hot/hot-value.ts';
import { type Variable, valueLabel } from '../model/variable.ts';
import { findIdentifiers } from './find-identifiers.ts';
import { isAddressHeading, isNameHeading } from './judge-column.ts';
import { maskText } from './mask-text.ts';

/** A cell as findings show it: whoever it is about cannot be read from it. */
export function shownText(table: HotTable, variable: string, row: number): string {
  const column = table.column(variable);
  const value = hotValue(column, row);
  if (value === null) return hotReason(column, row) ?? '';
  if (typeof value === 'number' || column.variable.kind === 'date') {
    return valueLabel(column.variable, String(value));
  }
  return maskValue(column.variable, value);
}

/** A value of a variable without what points to a person. */
export function maskValue(variable: Variable, text: string): string {
  if (isWhoHeading(variable)) return maskText(text);
  let shown = '';
  let at = 0;
  for (const { from, to } of findIdentifiers(text)) {
    shown += text.slice(at, from) + maskText(text.slice(from, to));
    at = to;
  }
  return shown + text.slice(at);
}

/** Whether the heading says that the values are names, addresses, numbers of people. */
function isWhoHeading(variable: Variable): boolean {
  return (
    isNameHeading(variable) ||
    isAddressHeading(variable) ||
    /\bnhs\b|post ?code|phone|mobile|e-?mail/i.test(
      `${variable.label} ${variable.name}`.replaceAll('_', ' '),
    )
  );
}
