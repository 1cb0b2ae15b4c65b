import { parseIsoDate } from '../model/calendar.ts';
import { type Column, columnType, DID_NOT_FIT, EMPTY } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import type { Variable } from '../model/variable.ts';
import type { Connection } from './connection.ts';
import { physicalColumn, rowsTable } from './names.ts';
import { readNotes } from './read-notes.ts';
import type { StoredTable } from './tables.ts';

type Cell = string | number | null;

/** Reads a whole table into memory, from its rows: the record that segments are made from. */
export function readRows(db: Connection, table: StoredTable): Frame {
  const builders = table.variables.map((variable) => columnBuilder(variable, table.rows));
  const origin = new Uint32Array(table.rows);
  const columns = table.variables.map((_, index) => physicalColumn(index));
  const rows = db
    .prepare(`SELECT ${['origin', ...columns].join(', ')} FROM ${rowsTable(table.id)} ORDER BY row`)
    .raw()
    .iterate() as IterableIterator<Cell[]>;
  let at = 0;
  for (const cells of rows) {
    origin[at] = Number(cells[0]);
    for (const [index, builder] of builders.entries()) builder.set(at, cells[index + 1] ?? null);
    at += 1;
  }
  for (const note of readNotes(db, table)) {
    if (note.kind === 'raw') continue;
    builders[note.column]?.miss(
      note.row,
      note.kind === 'problem' ? DID_NOT_FIT : note.reason || EMPTY,
    );
  }
  return {
    rows: table.rows,
    variables: table.variables,
    columns: builders.map((builder) => builder.column()),
    origin,
  };
}

interface ColumnBuilder {
  set(row: number, value: Cell): void;
  miss(row: number, reason: string): void;
  column(): Column;
}

function columnBuilder(variable: Variable, rows: number): ColumnBuilder {
  const missing = new Uint8Array(rows);
  const reasons: string[] = [EMPTY];
  const miss = (row: number, reason: string) => {
    if (missing[row] === 0) return;
    let code = reasons.indexOf(reason) + 1;
    if (code === 0) code = reasons.push(reason);
    missing[row] = Math.min(code, 255);
  };
  switch (columnType(variable.kind)) {
    case 'numbers': {
      const values = new Float64Array(rows);
      return {
        set: (row, value) => {
          if (value === null) missing[row] = 1;
          values[row] = value === null ? Number.NaN : Number(value);
        },
        miss,
        column: () => ({ type: 'numbers', values, missing, reasons }),
      };
    }
    case 'days': {
      const values = new Int32Array(rows);
      return {
        set: (row, value) => {
          const day = value === null ? undefined : parseIsoDate(String(value));
          if (day === undefined) missing[row] = 1;
          else values[row] = day;
        },
        miss,
        column: () => ({ type: 'days', values, missing, reasons }),
      };
    }
    case 'codes': {
      const codes = new Uint32Array(rows);
      const dictionary: string[] = [];
      const codeOf = new Map<string, number>();
      return {
        set: (row, value) => {
          if (value === null) {
            missing[row] = 1;
            return;
          }
          const text = String(value);
          let code = codeOf.get(text);
          if (code === undefined) {
            code = dictionary.push(text) - 1;
            codeOf.set(text, code);
          }
          codes[row] = code;
        },
        miss,
        column: () => ({ type: 'codes', codes, dictionary, missing, reasons }),
      };
    }
  }
}
