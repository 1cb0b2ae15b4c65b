import type { ImportNotice } from '../model/importing.ts';
import { Refusal } from '../model/refusal.ts';
import type { DecidedColumn } from './column-evidence.ts';
import type { RawFile } from './raw-file.ts';
import { fileBlocks } from './source-file.ts';

/** Distinct cells of a column that are looked at. */
const LOOKED_AT = 100_000;

/**
 * Says that a text file seems to escape with backslashes (`\"`), which Attune does not undo: quotes
 * are doubled in CSV. Rows that such a backslash breaks are quarantined, cells keep it as it stands.
 */
export function backslashNotice(
  { dialect, table }: RawFile,
  columns: readonly DecidedColumn[],
): ImportNotice[] {
  if (dialect.kind !== 'csv') return [];
  const broken = table.odd.filter(({ cells }) =>
    cells.some((cell) => cell.includes('\\"') || cell.endsWith('\\')),
  );
  let cells = 0;
  let first = broken[0]?.number ?? Number.POSITIVE_INFINITY;
  for (const { profile } of columns) {
    for (const code of profile.used.subarray(0, LOOKED_AT)) {
      const text = profile.values.dictionary[code] as string;
      if (!text.includes('\\') || !/\\"|\\$|\\[nrt]/.test(text)) continue;
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
      text: `The file seems to escape with backslashes, as in \\": ${parts.join('; ')}. Ask for an export that doubles quotation marks.`,
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
    hint: 'The file seems to escape quotation marks with a backslash (\\"), where CSV doubles them. Ask for an export that doubles them, or choose another delimiter.',
  });
}

function escapes(path: string): boolean {
  for (const block of fileBlocks(path)) if (block.includes('\\"')) return true;
  return false;
}
