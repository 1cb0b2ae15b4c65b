import { xmlText } from '../src/chart/xml-text.ts';
import { cellMarkup } from '../src/model/format.ts';
import type { ResultTable } from '../src/model/result.ts';
import { plainText } from '../src/model/rich.ts';

/**
 * A table for the clipboard: as text with tabs, and as the table that Word and Excel paste.
 * @param about who it is about: its last line
 */
export function tableText(table: ResultTable, about = ''): { text: string; html: string } {
  const lines = [
    ...(table.columns.some(({ spanner }) => spanner)
      ? [table.columns.map(({ spanner }) => plainText(spanner ?? ''))]
      : []),
    table.columns.map(({ header }) => plainText(header)),
    ...table.rows.map(({ cells }) =>
      table.columns.map(({ format }, i) => {
        const cell = cells[i];
        return cell === undefined ? '' : plainText(cellMarkup(cell, format));
      }),
    ),
    ...(about === '' ? [] : [[about]]),
  ];
  const text = lines
    .map((line) => line.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
  const rows = lines.map((line) => {
    const wide = line.length < table.columns.length ? ` colspan="${table.columns.length}"` : '';
    return `<tr>${line.map((cell) => `<td${wide}>${xmlText(cell)}</td>`).join('')}</tr>`;
  });
  return { text, html: `<table>${rows.join('')}</table>` };
}
