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
  return linesText(lines);
}

/** Lines of cells for the clipboard; `heads` of them are headings. */
export function linesText(
  lines: readonly (readonly string[])[],
  heads = 0,
): { text: string; html: string } {
  const text = lines
    .map((line) => line.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
  const width = lines[0]?.length ?? 0;
  const rows = lines.map((line, at) => {
    const tag = at < heads ? 'th' : 'td';
    // A line of its own, such as who the table is about, goes over all columns.
    const wide = line.length < width ? ` colspan="${width}"` : '';
    return `<tr>${line.map((cell) => `<${tag}${wide}>${xmlText(cell)}</${tag}>`).join('')}</tr>`;
  });
  return { text, html: `<table>${rows.join('')}</table>` };
}
