import { Refusal } from '../model/refusal.ts';

/** What the first bytes say that a file is, when it is something we cannot read as a table. */
const SIGNATURES: readonly { bytes: readonly number[]; at?: number; what: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF document' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a GIF picture' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], what: 'an SQLite database' },
  { bytes: [0x1f, 0x8b], what: 'a gzip archive' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7-Zip archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: 'a RAR archive' },
  { bytes: [0x42, 0x5a, 0x68], what: 'a bzip2 archive' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], what: 'an xz archive' },
  { bytes: [0x50, 0x41, 0x52, 0x31], what: 'a Parquet file' },
  { bytes: [0x24, 0x46, 0x4c, 0x32], what: 'an SPSS data file' },
  { bytes: [0x4d, 0x5a], what: 'a Windows program' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'a program' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'a rich text document' },
  { bytes: [0x00, 0x01, 0x00, 0x00, 0x53, 0x74], what: 'a Microsoft Access database' },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, what: 'a video' },
];

const ZIP = [0x50, 0x4b] as const;
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0] as const;

/** What a file is by its first bytes, whatever it is called. */
export function containerOf(head: Uint8Array): 'zip' | 'compound' | 'text' {
  if (startsWith(head, ZIP, 0) && (head[2] === 3 || head[2] === 5 || head[2] === 7)) return 'zip';
  return startsWith(head, COMPOUND, 0) ? 'compound' : 'text';
}

/**
 * Refuses a file whose first bytes name another format.
 * @throws Refusal `not-a-table`
 */
export function refuseOtherFormats(head: Uint8Array, file: string): void {
  const found = SIGNATURES.find((entry) => startsWith(head, entry.bytes, entry.at ?? 0));
  const what = found?.what ?? markup(head);
  if (what === undefined) return;
  throw new Refusal('not-a-table', `This is ${what}, whatever its name says.`, {
    hint: 'Attune reads .csv, .tsv and .txt files and Excel workbooks (.xlsx).',
    where: { file },
  });
}

function markup(head: Uint8Array): string | undefined {
  const text = Buffer.from(head.subarray(0, 200)).toString('latin1').replace(/^ï»¿/, '');
  if (/^\s*<(!doctype\s+html|html|table|head|body)\b/i.test(text)) return 'a web page (HTML)';
  if (/^\s*<\?xml\b/i.test(text)) return 'an XML document';
  return undefined;
}

function startsWith(head: Uint8Array, bytes: readonly number[], at: number): boolean {
  return bytes.every((byte, i) => head[at + i] === byte);
}
