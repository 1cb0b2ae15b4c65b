import type { Column } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';

/** The given rows of a frame, in the given order. Dictionaries are shared, origins come along. */
export function takeRows(frame: Frame, rows: Uint32Array): Frame {
  return {
    rows: rows.length,
    variables: frame.variables,
    columns: frame.columns.map((column) => takeColumn(column, rows)),
    origin: gather(frame.origin, rows, new Uint32Array(rows.length)),
  };
}

/** The given rows of one column. */
export function takeColumn(column: Column, rows: Uint32Array): Column {
  const n = rows.length;
  const missing = gather(column.missing, rows, new Uint8Array(n));
  switch (column.type) {
    case 'numbers':
      return { ...column, missing, values: gather(column.values, rows, new Float64Array(n)) };
    case 'days':
      return { ...column, missing, values: gather(column.values, rows, new Int32Array(n)) };
    case 'codes':
      return { ...column, missing, codes: gather(column.codes, rows, new Uint32Array(n)) };
  }
}

type Numbers = Uint8Array | Uint32Array | Int32Array | Float64Array;

function gather<T extends Numbers>(from: T, rows: Uint32Array, into: T): T {
  for (let i = 0; i < rows.length; i++) into[i] = from[rows[i] ?? 0] ?? 0;
  return into;
}
