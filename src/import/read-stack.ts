import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { DecisionChanges, FileFacts, FileReading, StackPart } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import type { ImportNotice } from '../model/receipt.ts';
import { Refusal } from '../model/refusal.ts';
import { type Layout, layOut } from './layout.ts';
import { MAX_COLUMNS, refuseTooManyColumns } from './limits.ts';
import { type RawFile, readRawFile } from './raw-file.ts';
import type { RawTable } from './raw-table.ts';
import { SOURCE_COLUMNS } from './source-columns.ts';
import { numberValues, repeatedValue, stackValues } from './stack-values.ts';

/** A file or sheet of a stacked table. */
export interface ReadPart {
  file: RawFile;
  layout: Layout;
  /** Its name among the parts: without its folder, unless two are called the same. */
  name: string;
}

export interface Stack {
  /** All parts as if they were one file: the data rows under one another. */
  file: RawFile;
  layout: Layout;
  parts: readonly ReadPart[];
  /** How many columns at the end say where a row came from. */
  sources: number;
  notices: readonly ImportNotice[];
}

/**
 * Reads several files or sheets and puts their data rows under one another, columns matched by heading
 * (capitals and spaces aside). Columns that a part lacks are blank in its rows, and that is said.
 * @throws Refusal as readRawFile and layOut do, naming the part; `nothing-to-stack`
 */
export async function readStack(reading: FileReading, task: Task): Promise<Stack> {
  const places: StackPart[] = [
    { file: reading.file, ...(reading.changes && { changes: reading.changes }) },
    ...(reading.stack ?? []),
  ];
  const parts: ReadPart[] = [];
  const names = partNames(places.map(({ file }) => file));
  for (const [i, place] of places.entries()) {
    parts.push(await readPart(reading, place, names[i] ?? place.file, task));
    await task.checkpoint();
  }
  const first = parts[0];
  if (!first) throw new Refusal('nothing-to-stack', 'No file was given to be stacked.');
  const headings = sharedHeadings(parts);
  const hasSheets = parts.some(({ file }) => file.dialect.kind === 'xlsx');
  const sources = SOURCE_COLUMNS.filter((name) => name !== 'source_sheet' || hasSheets);
  if (headings.length + sources.length > MAX_COLUMNS) {
    refuseTooManyColumns(headings.length + sources.length, { file: first.name });
  }
  const table = stackTables(parts, headings, sources);
  return {
    file: { facts: stackFacts(parts), dialect: first.file.dialect, table },
    layout: {
      header: first.layout.header,
      footer: first.layout.footer,
      headers: [...headings.map(({ header }) => header), ...sources],
      first: 0,
      last: table.rows,
      titleRows: parts.flatMap(({ layout }) => layout.titleRows),
      headerRows: parts.flatMap(({ layout }) => layout.headerRows),
      footerRows: parts.flatMap(({ layout }) => layout.footerRows),
      ragged: parts.flatMap(({ layout, name }) =>
        layout.ragged.map((row) => ({ ...row, reason: `${name}: ${row.reason}` })),
      ),
    },
    parts,
    sources: sources.length,
    notices: [...repeatedParts(parts), ...differences(parts, headings)],
  };
}

/**
 * How a part is written is looked at anew, except where a person said it for all of them: the saved
 * decisions of a stack are those of its first part.
 */
async function readPart(
  { file, contract, changes }: FileReading,
  place: StackPart,
  name: string,
  task: Task,
): Promise<ReadPart> {
  const { columns: _columns, required: _required, ...shared } = changes ?? {};
  const isFirst = place.file === file && place.changes === changes;
  const { sheet: _sheet, ...forAll } = shared;
  const how: DecisionChanges = isFirst ? shared : { ...forAll, ...place.changes };
  const saved = isFirst ? contract : undefined;
  const raw = await readRawFile(
    { file: place.file, changes: how, ...(saved && { contract: saved }) },
    task,
  );
  const where = { file: name, ...(raw.dialect.kind === 'xlsx' && { sheet: raw.dialect.sheet }) };
  const decided = {
    header: how.header ?? saved?.header,
    footer: how.footer ?? saved?.footer,
    comments: raw.dialect.kind === 'csv' ? raw.dialect.comments : undefined,
  };
  return { file: raw, layout: layOut(raw.table, decided, where), name };
}

/** Names without folders; with their folder where two files are called the same. */
function partNames(files: readonly string[]): string[] {
  const names = files.map((file) => basename(file));
  return files.map((file, i) => {
    const name = names[i] ?? file;
    const isShared = files.some((other, j) => names[j] === name && other !== file);
    return isShared ? `${basename(dirname(file))}/${name}` : name;
  });
}

interface Heading {
  key: string;
  header: string;
}

/** The headings of all parts, those of the first one first. */
function sharedHeadings(parts: readonly ReadPart[]): Heading[] {
  const seen = new Map<string, Heading>();
  for (const { layout } of parts) {
    const keys = headingKeys(layout.headers);
    for (const [i, header] of layout.headers.entries()) {
      const key = keys[i] ?? header;
      if (!seen.has(key)) seen.set(key, { key, header });
    }
  }
  return [...seen.values()];
}

function headingKeys(headers: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return headers.map((header) => {
    const text = header.replace(/\s+/g, ' ').trim().toLowerCase();
    const nth = (counts.get(text) ?? 0) + 1;
    counts.set(text, nth);
    return `${text}\u0000${nth}`;
  });
}

function stackTables(
  parts: readonly ReadPart[],
  headings: readonly Heading[],
  sources: readonly string[],
): RawTable {
  const rowsOf = ({ layout }: ReadPart) => layout.last - layout.first;
  const placed = parts.map(
    ({ layout }) => new Map(headingKeys(layout.headers).map((key, i) => [key, i])),
  );
  const columns = headings.map(({ key }) =>
    stackValues(
      parts.map(({ file, layout: { first, last } }, i) => {
        const at = placed[i]?.get(key);
        return { values: at === undefined ? undefined : file.table.columns[at], first, last };
      }),
    ),
  );
  const numbersOf = ({ file, layout: { first, last } }: ReadPart) =>
    file.table.numbers.subarray(first, last);
  for (const source of sources) {
    columns.push(
      stackValues(
        parts.map((part) => {
          if (source === 'source_row') return numberValues(numbersOf(part));
          const { dialect } = part.file;
          const sheet = dialect.kind === 'xlsx' ? dialect.sheet : '';
          return repeatedValue(source === 'source_file' ? part.name : sheet, rowsOf(part));
        }),
      ),
    );
  }
  const rows = parts.reduce((sum, part) => sum + rowsOf(part), 0);
  const numbers = new Uint32Array(rows);
  let at = 0;
  for (const part of parts) {
    numbers.set(numbersOf(part), at);
    at += rowsOf(part);
  }
  return {
    rows,
    columns,
    numbers,
    blankBefore: new Uint8Array(rows),
    odd: parts.flatMap(({ file }) => file.table.odd),
    blanks: parts.reduce((sum, { file }) => sum + file.table.blanks, 0),
    merges: [],
  };
}

function stackFacts(parts: readonly ReadPart[]): FileFacts {
  const facts = parts.map(({ file }) => file.facts);
  const distinct = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '');
  const names = distinct(parts.map(({ name }) => name));
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return {
    name: names.slice(0, 3).join(' + ') + more,
    bytes: facts.reduce((sum, { bytes }) => sum + bytes, 0),
    sha256: createHash('sha256')
      .update(facts.map(({ sha256 }) => sha256).join('\n'))
      .digest('hex'),
    encodingEvidence: distinct(facts.map(({ encodingEvidence }) => encodingEvidence)).join('; '),
    delimiterEvidence: distinct(facts.map(({ delimiterEvidence }) => delimiterEvidence)).join('; '),
    lineEnd: distinct(facts.map(({ lineEnd }) => lineEnd)).join('; '),
    sheets: facts[0]?.sheets ?? [],
    dateSystem: facts.find(({ dateSystem }) => dateSystem !== null)?.dateSystem ?? null,
  };
}

function repeatedParts(parts: readonly ReadPart[]): ImportNotice[] {
  const seen = new Map<string, string>();
  return parts.flatMap(({ file: { facts, dialect }, name }): ImportNotice[] => {
    const sheet = dialect.kind === 'xlsx' ? dialect.sheet : '';
    const key = `${facts.sha256} ${sheet}`;
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, name);
      return [];
    }
    const text = `${name} holds the same bytes as ${before}: its rows are in the table twice.`;
    return [{ code: 'same-file-twice', text }];
  });
}

function differences(parts: readonly ReadPart[], headings: readonly Heading[]): ImportNotice[] {
  return parts.flatMap((part): ImportNotice[] => {
    const { dialect } = part.file;
    const name = dialect.kind === 'xlsx' ? `${part.name}, sheet ${dialect.sheet}` : part.name;
    const own = new Set(headingKeys(part.layout.headers));
    const lacking = headings.filter(({ key, header }) => header !== '' && !own.has(key));
    if (lacking.length === 0) return [];
    const list = lacking.map(({ header }) => `“${header}”`).join(', ');
    const text = `${name} has no ${lacking.length === 1 ? 'column' : 'columns'} ${list}: blank in its ${part.layout.last - part.layout.first} rows.`;
    return [{ code: 'stack-columns', text }];
  });
}
