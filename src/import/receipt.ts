import type {
  CellNote,
  ImportNotice,
  QuarantinedRow,
  Receipt,
  ReceiptPart,
} from '../model/receipt.ts';
import type { BuiltColumn } from './build-column.ts';
import type { Layout } from './layout.ts';
import type { RawFile } from './raw-file.ts';

/** What was loaded, to be counted. */
export interface Loaded {
  /** 1-based line or sheet row of each loaded row. */
  origin: Uint32Array;
  columns: readonly (BuiltColumn & { name: string })[];
  quarantine: readonly QuarantinedRow[];
  notices: readonly ImportNotice[];
  /** For a stacked table: its parts. Their sums are those of the whole. */
  parts?: readonly ReceiptPart[];
}

/** Accounts for every row and every cell of a file. */
export function makeReceipt(file: RawFile, layout: Layout, loaded: Loaded): Receipt {
  const { facts, dialect, table } = file;
  const { notices, parts } = loaded;
  const rows = loaded.origin.length;
  const cells = { total: 0, typed: 0, missing: 0, empty: 0, asText: 0 };
  for (const column of loaded.columns) {
    cells.total += rows;
    cells.typed += column.cells.typed;
    cells.missing += column.cells.missing;
    cells.empty += column.cells.empty;
    cells.asText += column.cells.asText;
  }
  return {
    file: facts.name,
    sheet: dialect.kind === 'xlsx' ? dialect.sheet : null,
    sha256: facts.sha256,
    bytes: facts.bytes,
    read: parts
      ? parts.reduce((sum, { read }) => sum + read, 0)
      : table.rows + table.odd.length + table.blanks,
    loaded: rows,
    quarantined: loaded.quarantine.length,
    skipped: layout.titleRows.length + layout.headerRows.length + layout.footerRows.length,
    blank: table.blanks,
    ...(notices.length > 0 && { notices }),
    ...(parts && { parts }),
    cells,
    problems: loaded.columns.flatMap(({ name, problems }) =>
      problems.map(({ reason, n, first }) => ({
        column: name,
        reason,
        n,
        firstRow: loaded.origin[first] ?? 0,
      })),
    ),
    quarantine: loaded.quarantine,
  };
}

/**
 * Holds the sums of a receipt against each other and against the notes. A sum that is out is a bug
 * of the import, never of the file.
 */
export function assertAddsUp(receipt: Receipt, notes: readonly CellNote[]): void {
  const { read, loaded, quarantined, skipped, blank, cells } = receipt;
  let problems = 0;
  let codes = 0;
  for (const { kind } of notes) {
    if (kind === 'problem') problems++;
    else if (kind === 'missing-code') codes++;
  }
  const listed = receipt.problems.reduce((sum, { n }) => sum + n, 0);
  const sums: [string, number, number][] = [
    ['rows', read, loaded + quarantined + skipped + blank],
    ['cells', cells.total, cells.typed + cells.missing + cells.empty + cells.asText],
    ['problem cells', listed, problems],
    ['missing codes', cells.missing, codes],
  ];
  for (const part of receipt.parts ?? []) {
    const sum = part.loaded + part.quarantined + part.skipped + part.blank;
    sums.push([`rows of ${part.file}`, part.read, sum]);
  }
  for (const [what, whole, parts] of sums) {
    if (whole === parts) continue;
    throw new Error(`the receipt of ${receipt.file} does not add up: ${what} ${whole} ≠ ${parts}`);
  }
}
