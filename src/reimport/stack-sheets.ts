import { blankColumn } from '../columns/blank-column.ts';
import { joinColumns } from '../columns/join-columns.ts';
import { type Column, columnType } from '../model/column.ts';
import { Refusal } from '../model/refusal.ts';
import { KIND, type Variable } from '../model/variable.ts';
import type { Sheet } from './sheet.ts';

/** Two sheets under one another, and which variables only one of them has. */
export interface StackedSheets extends Sheet {
  /** Rows of the upper sheet. */
  above: number;
  added: readonly string[];
  lacking: readonly string[];
}

/**
 * Puts the rows of a file under those of a table, variables matched by name (capitals aside). The table's
 * variables stay as they are; those that only the file has come last; cells that a side lacks are blank.
 * @throws Refusal `kind-differs` when a variable is of two kinds that cannot be one
 */
export function stackSheets(table: Sheet, file: Sheet): StackedSheets {
  const key = ({ name }: Variable) => name.toLowerCase();
  const ofFile = new Map(file.frame.variables.map((variable, i) => [key(variable), i]));
  const ofTable = new Map(table.frame.variables.map((variable, i) => [key(variable), i]));
  const extra = file.frame.variables.filter((variable) => !ofTable.has(key(variable)));
  const variables = [...table.frame.variables, ...extra];
  const columns = variables.map((variable): Column => {
    const above = columnOf(table, ofTable.get(key(variable)), variable);
    const at = ofFile.get(key(variable));
    const other = at === undefined ? undefined : file.frame.variables[at];
    if (other) refuseOtherKind(variable, other);
    return joinColumns(above, columnOf(file, at, variable));
  });
  const origin = new Uint32Array(table.frame.rows + file.frame.rows);
  origin.set(table.frame.origin);
  origin.set(file.frame.origin, table.frame.rows);
  const place = file.frame.variables.map((variable) =>
    variables.findIndex((each) => key(each) === key(variable)),
  );
  return {
    frame: { rows: origin.length, variables, columns, origin },
    notes: [
      ...table.notes,
      ...file.notes.map((note) => ({
        ...note,
        row: note.row + table.frame.rows,
        column: place[note.column] ?? 0,
      })),
    ],
    above: table.frame.rows,
    added: extra.map(({ name }) => name),
    lacking: table.frame.variables
      .filter((variable) => !ofFile.has(key(variable)))
      .map(({ name }) => name),
  };
}

function columnOf({ frame }: Sheet, at: number | undefined, { kind }: Variable): Column {
  const column = at === undefined ? undefined : frame.columns[at];
  return column ?? blankColumn(kind, frame.rows);
}

/** Words of any kind fit a column of words, a whole number fits among decimals; nothing else changes kind. */
function refuseOtherKind(table: Variable, file: Variable): void {
  const bothWords = isWords(table) && isWords(file);
  if (table.kind === file.kind || bothWords) return;
  if (table.kind === 'decimal' && file.kind === 'integer') return;
  throw new Refusal(
    'kind-differs',
    `In the table ${table.name} is ${KIND[table.kind].label.toLowerCase()}, in this file ${KIND[file.kind].label.toLowerCase()}.`,
    {
      hint: 'Read it as the same kind, or import the file into a table of its own.',
      where: { column: table.name },
    },
  );
}

function isWords({ kind }: Variable): boolean {
  return columnType(kind) === 'codes' && kind !== 'datetime' && kind !== 'time';
}
