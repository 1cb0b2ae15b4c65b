import { isAscii } from 'node:buffer';
import type { FileFacts, FileReading, ImportDecisions } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { refuseCompoundFile } from './compound-file.ts';
import { detectEncoding } from './encoding.ts';
import { containerOf, refuseOtherFormats } from './file-signature.ts';
import { type Hashing, hashFile } from './hash-file.ts';
import type { RawTable } from './raw-table.ts';
import { readQuoted } from './read-quoted.ts';
import { readXlsx } from './read-xlsx.ts';
import { fileBlocks, openSource, type SourcePath } from './source-file.ts';

/** A file read whole, before anything in it is given a meaning. */
export interface RawFile {
  facts: FileFacts;
  dialect: ImportDecisions['dialect'];
  table: RawTable;
}

/**
 * Reads any file that Attune can read, and refuses all others by name.
 * @throws Refusal see source-file.ts, file-signature.ts, compound-file.ts, read-text.ts, read-xlsx.ts
 */
export async function readRawFile(reading: FileReading, task: Task): Promise<RawFile> {
  const { file, hashing } = await readUnhashed(reading, task);
  return { ...file, facts: { ...file.facts, sha256: await hashing.result() } };
}

interface BeingHashed {
  file: Unhashed;
  hashing: Hashing;
}

/** The same, while the file is still being hashed: the processor had better work for its reading first. */
export async function readUnhashed(reading: FileReading, task: Task): Promise<BeingHashed> {
  const source = openSource(reading.file);
  const container = containerOf(source.head);
  refuseOtherFormats(source.head, source.name);
  if (container === 'compound') refuseCompoundFile(source);
  refuseOtherContainer(source, container === 'zip' ? 'xlsx' : 'csv', reading);
  const read = container === 'zip' ? readAsWorkbook : readAsText;
  return await read(source, { name: source.name, bytes: source.bytes }, reading, task);
}

type Identity = Pick<FileFacts, 'name' | 'bytes'>;
/** A file that is still being hashed. */
export type Unhashed = Omit<RawFile, 'facts'> & { facts: Omit<FileFacts, 'sha256'> };

async function readAsWorkbook(
  source: SourcePath,
  facts: Identity,
  { contract, changes }: FileReading,
  task: Task,
): Promise<BeingHashed> {
  const saved = contract?.dialect.kind === 'xlsx' ? contract.dialect.sheet : undefined;
  const { dialect, table, sheets, dateSystem } = await readXlsx(
    source,
    changes?.sheet ?? saved,
    task,
  );
  const { path, bytes } = source;
  const text = { encodingEvidence: 'Excel workbook', delimiterEvidence: '', lineEnd: '' };
  const file = { facts: { ...facts, ...text, sheets, dateSystem }, dialect, table };
  return { file, hashing: hashFile(path, bytes) };
}

async function readAsText(
  source: SourcePath,
  facts: Identity,
  { contract, changes }: FileReading,
  task: Task,
): Promise<BeingHashed> {
  const saved = contract?.dialect.kind === 'csv' ? contract.dialect : undefined;
  if (saved && !changes?.encoding) refuseOtherEncoding(source, saved.encoding);
  const encoding = changes?.encoding ?? saved?.encoding;
  const delimiter = changes?.delimiter ?? saved?.delimiter;
  const quoting = changes?.quoting ?? saved?.quoting;
  const comments = changes?.comments ?? saved?.comments;
  const wanted = {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(quoting && { quoting }),
  };
  const { hash, table, dialect, ...text } = await readQuoted(source, wanted, task);
  const { encodingEvidence, delimiterEvidence, lineEnd } = text;
  const file = {
    facts: {
      ...facts,
      encodingEvidence,
      delimiterEvidence,
      lineEnd,
      sheets: [],
      dateSystem: null,
    },
    dialect: { ...dialect, ...(comments && { comments }) },
    table,
  };
  return { file, hashing: hash() };
}

function refuseOtherContainer(
  source: SourcePath,
  kind: 'csv' | 'xlsx',
  { contract, changes }: FileReading,
): void {
  const where = { file: source.name };
  const name = { csv: 'a text file', xlsx: 'an Excel workbook' };
  if (contract && contract.dialect.kind !== kind) {
    throw new Refusal(
      'other-kind-of-file',
      `The saved decisions are for ${name[contract.dialect.kind]}, but this is ${name[kind]}.`,
      { hint: 'Import it without the saved decisions.', where },
    );
  }
  const useless =
    kind === 'csv'
      ? changes?.sheet !== undefined && 'sheet'
      : (changes?.encoding !== undefined && 'encoding') ||
        (changes?.delimiter !== undefined && 'delimiter') ||
        (changes?.quoting !== undefined && 'quoting') ||
        (changes?.comments !== undefined && 'comments');
  if (useless) {
    throw new Refusal(
      'option-without-use',
      `This is ${name[kind]}: it has no ${useless} to choose.`,
      {
        where: { ...where, option: useless },
      },
    );
  }
}

/** Bytes beyond ASCII in another encoding than the saved one would come in as other letters. */
function refuseOtherEncoding(source: SourcePath, saved: string): void {
  const found = detectEncoding(source);
  if (found.encoding === saved || (saved === 'utf-8' && found.encoding === 'windows-1252')) return;
  if (found.encoding === 'utf-8' && saved === 'windows-1252' && isAllAscii(source.path)) return;
  throw new Refusal(
    'encoding-differs',
    `The saved decisions say ${saved}, but this file is ${found.evidence}.`,
    { hint: 'Choose the encoding of this file.', where: { file: source.name, option: 'encoding' } },
  );
}

function isAllAscii(path: string): boolean {
  for (const block of fileBlocks(path)) if (!isAscii(block)) return false;
  return true;
}
