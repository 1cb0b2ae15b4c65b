/** A table from elsewhere, as a text file would hold it. */
export interface PastedTable {
  text: string;
  rows: number;
}

/** Rows as a spreadsheet puts them on the clipboard. */
export function tabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(quoted).join('\t')}\n`).join('');
}

function quoted(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** "Pasted table 2026-11-28 14.02.tsv" */
export function pastedName(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `Pasted table ${day} ${two(now.getHours())}.${two(now.getMinutes())}.tsv`;
}
