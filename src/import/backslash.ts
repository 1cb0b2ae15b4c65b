import type { ImportNotice } from '../model/receipt.ts';
import { Refusal } from '../model/refusal.ts';
import type { DecidedColumn } from './column-evidence.ts';
import type { Unhashed } from './raw-file.ts';
import { fileBlocks } from './source-file.ts';

/** Distinct cells of a column that are looked at. */
const LOOKED_AT = 100_000;

/**
 * Says where backslashes stand that may be escapes and were not undone: `\n` and its kin in any file,
 * `\"` in one that was read as CSV with doubled quotes. Rows that these break are quarantined.
 */
export function backslashNotice(
  { dialect, table }: Unhashed,
  columns: readonly DecidedColumn[],
): ImportNotice[] {
  if (dialect.kind !== 'csv') return [];
  const isUndone = dialect.quoting?.escape === 'backslash';
  const escapes = isUndone ? /\\[nrt]/ : /\\"|\\$|\\[nrt]/;
  const broken = isUndone
    ? []
    : table.odd.filter(({ cells }) =>
        cells.some((cell) => cell.includes('\\"') || cell.endsWith('\\')),
      );
  let cells = 0;
  let first = broken[0]?.number ?? Number.POSITIVE_INFINITY;
  for (const { profile } of columns) {
    for (const code of profile.used.subarray(0, LOOKED_AT)) {
      const text = profile.values.dictionary[code] as string;
      if (!text.includes('\\') || !escapes.test(text)) continue;
      if (/^[a-z]:\\/i.test(text)) continue;
      cells += profile.counts[code] as number;
      first = Math.min(first, table.numbers[profile.firstRows[code] as number] ?? first);
    }
  }
  if (broken.length + cells === 0) return [];
  const parts = [
    broken.length === 0
      ? ''
      : `${broken.length === 1 ? '1 row was' : `${broken.length} rows were`} quarantined, because a quotation mark inside quotes is doubled in CSV`,
    cells === 0
      ? ''
      : `${cells === 1 ? '1 cell keeps' : `${cells} cells keep`} the backslash as it stands`,
  ].filter((part) => part !== '');
  return [
    {
      code: 'backslash-escapes',
      text: isUndone
        ? `The file escapes with backslashes: ${parts.join('; ')} before n, r or t.`
        : `The file seems to escape with backslashes, as in \\": ${parts.join('; ')}. Choose backslashes as its way of quoting, or ask for an export that doubles quotation marks.`,
      ...(Number.isFinite(first) && { row: first }),
    },
  ];
}

/** The refusal of an unclosed quote, with the backslash named where the file escapes with it. */
export function namingBackslashes(error: unknown, path: string): unknown {
  if (!(error instanceof Refusal) || error.code !== 'unclosed-quote' || !escapes(path))
    return error;
  return new Refusal(error.code, error.message, {
    where: error.where,
    cause: error,
    hint: 'Quotation marks seem to be escaped with a backslash (\\"), but not throughout, so that they do not close in this way either. Ask for an export that doubles them, or choose another delimiter.',
  });
}

function escapes(path: string): boolean {
  for (const block of fileBlocks(path)) if (block.includes('\\"')) return true;
  return false;
}
