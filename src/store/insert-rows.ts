import { isoDate } from '../model/calendar.ts';
import type { Column } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import type { Task } from '../model/project.ts';
import type { Connection } from './connection.ts';
import { rowsTable } from './names.ts';

/** Rows between two looks at the task: some tens of milliseconds. */
const BATCH = 10_000;
const ROWS_A_STATEMENT = 20;
/** SQLite's limit of parameters in a statement. */
const MOST_PARAMETERS = 32_766;

type Stored = string | number | null;

/** Writes a frame's rows, several in one statement: most of the time goes into the call, not the row. */
export async function insertRows(
  db: Connection,
  id: number,
  frame: Frame,
  task: Task,
): Promise<void> {
  const { rows, origin } = frame;
  const width = frame.columns.length + 2;
  const several = Math.max(1, Math.min(ROWS_A_STATEMENT, Math.floor(MOST_PARAMETERS / width)));
  const places = `(${Array.from({ length: width }, () => '?').join(', ')})`;
  const insert = (n: number) => {
    const all = Array.from({ length: n }, () => places).join(', ');
    const statement = db.prepare(`INSERT INTO ${rowsTable(id)} VALUES ${all}`);
    return { n, statement, cells: new Array<Stored>(n * width) };
  };
  const whole = insert(several);
  const one = insert(1);
  const writers = frame.columns.map(storedValues);
  for (let start = 0; start < rows; start += BATCH) {
    task.progress(start, rows, 'Writing rows');
    await task.checkpoint();
    const end = Math.min(start + BATCH, rows);
    for (let row = start; row < end; ) {
      const { n, statement, cells } = end - row >= several ? whole : one;
      for (let i = 0; i < n; i++) {
        cells[i * width] = row + i + 1;
        cells[i * width + 1] = origin[row + i] ?? 0;
      }
      for (let column = 0; column < writers.length; column++) {
        const write = writers[column] as (typeof writers)[number];
        write(row, n, cells, column + 2, width);
      }
      statement.run(cells);
      row += n;
    }
  }
  task.progress(rows, rows, 'Writing rows');
}

/** Puts `n` values from `row` on into `cells`, from `at` in steps of `width`. */
type CellWriter = (row: number, n: number, cells: Stored[], at: number, width: number) => void;

function storedValues(column: Column): CellWriter {
  const { missing } = column;
  const value = storedValue(column);
  return (row, n, cells, at, width) => {
    for (let i = 0; i < n; i++) {
      cells[at + i * width] = missing[row + i] === 0 ? value(row + i) : null;
    }
  };
}

function storedValue(column: Column): (row: number) => Stored {
  switch (column.type) {
    case 'numbers': {
      const { values } = column;
      return (row) => values[row] ?? null;
    }
    case 'days': {
      const { values } = column;
      const dates = new Map<number, string>();
      return (row) => {
        const day = values[row] ?? 0;
        const known = dates.get(day);
        if (known !== undefined) return known;
        const date = isoDate(day);
        dates.set(day, date);
        return date;
      };
    }
    case 'codes': {
      const { codes, texts } = column;
      // A large dictionary stays packed: each of its texts is needed about once.
      if (texts) return (row) => texts.text(codes[row] ?? 0);
      const { dictionary } = column;
      return (row) => dictionary[codes[row] ?? 0] ?? null;
    }
  }
}
