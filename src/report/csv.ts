import { figureTable } from '../chart/figure-table.ts';
import { basisSentence } from '../model/basis.ts';
import { valueAt } from '../model/column.ts';
import type { Figure } from '../model/figure.ts';
import type { Frame } from '../model/frame.ts';
import type { Result, ResultTable } from '../model/result.ts';
import { plainText } from '../model/rich.ts';
import type { TableInfo } from '../model/table.ts';
import { cellNumber } from './cell-number.ts';
import { cellText } from './cell-text.ts';
import { BOM, csvLine } from './csv-line.ts';

/** The rows of a table as CSV: UTF-8 with byte order mark, CRLF, dates as YYYY-MM-DD, names in the first line. */
export function writeTableCsv(info: Pick<TableInfo, 'variables'>, frame: Frame): string {
  const lines = [BOM + csvLine(info.variables.map(({ name }) => name))];
  for (let row = 0; row < frame.rows; row++) {
    lines.push(csvLine(frame.columns.map((column) => valueAt(column, row))));
  }
  return lines.join('');
}

/** The tables of a result under each other, each with its title, who it is about, and its notes. */
export function resultTablesCsv(result: Result, changed = ''): string {
  const basis = basisSentence(result, changed);
  return BOM + result.tables.map((table) => tableLines(table, basis)).join('\r\n');
}

/** The values of one chart, and who they are of. */
export function figureCsv(figure: Figure, basis: string): string {
  return BOM + tableLines(figureTable(figure), basis);
}

function tableLines({ title, columns, rows, notes }: ResultTable, basis: string): string {
  const hasSpanner = columns.some((column) => column.spanner);
  return [
    csvLine([title]),
    ...(hasSpanner ? [csvLine(columns.map(({ spanner }) => plainText(spanner ?? '')))] : []),
    csvLine(columns.map(({ header }) => plainText(header))),
    ...rows.map(({ cells }) =>
      csvLine(
        cells.map(
          (cell, i) => cellNumber(cell, columns[i]?.format ?? 'text')?.value ?? cellText(cell),
        ),
      ),
    ),
    ...[basis, ...notes.map(plainText)].map((note) => csvLine([note])),
  ].join('');
}
