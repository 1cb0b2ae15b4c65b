import { type Column, columnType } from '../model/column.ts';
import type { Kind } from '../model/variable.ts';
import { codeColumn, dayColumn, numberColumn } from './build.ts';

/** A column in which every cell is empty. */
export function blankColumn(kind: Kind, rows: number): Column {
  const values = new Array<null>(rows).fill(null);
  const type = columnType(kind);
  if (type === 'numbers') return numberColumn(values);
  return type === 'days' ? dayColumn(values) : codeColumn(values);
}
