import type { Frame } from '../model/frame.ts';
import type { ImportDecisions } from '../model/importing.ts';
import type { CellNote, Receipt } from '../model/receipt.ts';
import { Refusal, type Where } from '../model/refusal.ts';
import { KIND, type Variable } from '../model/variable.ts';
import { buildColumn } from './build-column.ts';
import { STATE } from './decoded.ts';
import { decodeJudged, judgeColumn } from './judge-column.ts';
import { CELL, type RawValues } from './raw-table.ts';

/** Rows that were typed in, read as the cells of a file are. */
export interface LoadedCells {
  frame: Frame;
  notes: readonly CellNote[];
  cells: Receipt['cells'];
  problems: Receipt['problems'];
}

/**
 * Reads the cells of some rows under the decisions of their file: by the same readers as a load.
 * @param rows each with its 1-based row of the file and one cell for each column of the file
 * @throws Refusal `row-width`, `required-cell`
 */
export function loadCells(
  rows: readonly { row: number; cells: readonly string[] }[],
  { columns, required }: ImportDecisions,
  where: Where,
): LoadedCells {
  for (const { row, cells } of rows) {
    if (cells.length === columns.length) continue;
    throw new Refusal(
      'row-width',
      `Row ${row} has ${cells.length} cells, but the file has ${columns.length} columns.`,
      { hint: 'Give one cell for each column; empty ones too.', where: { ...where, row } },
    );
  }
  const all = Uint32Array.from(rows.keys());
  const notes: CellNote[] = [];
  const sums = { total: 0, typed: 0, missing: 0, empty: 0, asText: 0 };
  const problems: Receipt['problems'][number][] = [];
  const kept = columns.filter(({ keep }) => keep);
  const built = kept.map((decision, index) => {
    const values = rawValues(rows.map(({ cells }) => cells[decision.position] ?? ''));
    const { cells } = decodeJudged(judgeColumn(values, 0, rows.length), decision);
    for (const [i, { row }] of rows.entries()) {
      if (!required.includes(decision.name) || cells.at(i).state === STATE.value) continue;
      throw new Refusal(
        'required-cell',
        `${decision.name} is required and has no value in row ${row}.`,
        {
          hint: 'Correct the cell, or leave the row in quarantine.',
          where: { ...where, row, column: decision.name },
        },
      );
    }
    const column = buildColumn(cells, decision, all, index, notes);
    sums.total += rows.length;
    for (const key of ['typed', 'missing', 'empty', 'asText'] as const)
      sums[key] += column.cells[key];
    for (const { reason, n, first } of column.problems) {
      problems.push({ column: decision.name, reason, n, firstRow: rows[first]?.row ?? 0 });
    }
    return column.column;
  });
  return {
    frame: {
      rows: rows.length,
      variables: kept.map(plainVariable),
      columns: built,
      origin: Uint32Array.from(rows, ({ row }) => row),
    },
    notes,
    cells: sums,
    problems,
  };
}

function rawValues(texts: readonly string[]): RawValues {
  const dictionary = [...new Set(['', ...texts])];
  const codeOf = new Map(dictionary.map((text, code) => [text, code]));
  return {
    codes: Uint32Array.from(texts, (text) => codeOf.get(text) ?? 0),
    dictionary,
    types: new Uint8Array(dictionary.length).fill(CELL.text),
  };
}

/** The rows go into a table that has these variables with all that is known of them. */
function plainVariable({
  name,
  header,
  kind,
  missing,
}: ImportDecisions['columns'][number]): Variable {
  return {
    name,
    label: header || name,
    kind,
    level: KIND[kind].level,
    values: [],
    missing,
    evidence: '',
  };
}
