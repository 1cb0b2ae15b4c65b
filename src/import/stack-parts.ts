import type { ColumnDecision } from '../model/importing.ts';
import type { ReceiptPart } from '../model/receipt.ts';
import { columnNames } from './column-names.ts';
import type { ReadPart } from './read-stack.ts';

/** What a column that says where a row came from is: never judged by its cells. */
export function sourceDecision(
  headers: readonly string[],
  position: number,
  taken: readonly string[],
): ColumnDecision {
  const header = headers[position] ?? '';
  const [name = header] = columnNames([header], columnNames(taken));
  const kind = header === 'source_row' ? 'integer' : 'category';
  return { position, header, name, keep: true, kind, missing: [] };
}

/** The receipt of each part of a stack. `rows` are the regular rows of the stack that were loaded. */
export function partReceipts(parts: readonly ReadPart[], rows: Uint32Array): ReceiptPart[] {
  let start = 0;
  let next = 0;
  return parts.map(({ file, layout, name }) => {
    const { facts, dialect, table } = file;
    const data = layout.last - layout.first;
    const before = next;
    while (next < rows.length && (rows[next] as number) < start + data) next++;
    start += data;
    const loaded = next - before;
    return {
      file: name,
      sheet: dialect.kind === 'xlsx' ? dialect.sheet : null,
      sha256: facts.sha256,
      bytes: facts.bytes,
      read: table.rows + table.odd.length + table.blanks,
      loaded,
      quarantined: data - loaded + layout.ragged.length,
      skipped: layout.titleRows.length + layout.headerRows.length + layout.footerRows.length,
      blank: table.blanks,
    };
  });
}
