import { formatNumber } from '../model/format.ts';
import type { CsvDialect, Encoding, Quoting } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { type OddRow, type RawTable, rawText } from './raw-table.ts';
import { readText, type TextFile } from './read-text.ts';
import { fileBlocks, type SourcePath } from './source-file.ts';

const BACKSLASHES: Quoting = { quote: '"', escape: 'backslash' };
/** Rows that are looked at for cells in apostrophes. */
const LOOKED_AT = 200;
/** So many cells of a column in apostrophes, and no others, make them a way of quoting. */
const ENOUGH = 3;

interface Wanted {
  encoding?: Encoding;
  delimiter?: CsvDialect['delimiter'];
  quoting?: Quoting;
}

/**
 * Reads a text file in the way in which its fields are quoted: as chosen, else as RFC 4180 has it,
 * unless rows fall apart so that are whole with backslashes before quotation marks, or cells stand in
 * apostrophes throughout. Both readings are of the whole file.
 * @throws Refusal as readText does
 */
export async function readQuoted(
  source: SourcePath,
  { quoting, ...wanted }: Wanted,
  task: Task,
): Promise<TextFile> {
  const read = (how: Quoting, evidence: string) => readAs(source, wanted, how, evidence, task);
  if (quoting) return read(quoting, `${nameOf(quoting)}: chosen`);
  const standard = await readText(source, wanted, task).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'unclosed-quote') return error;
    throw error;
  });
  if (standard instanceof Refusal) {
    const found = holdsEscapes(source) ? BACKSLASHES : undefined;
    const other = found && (await read(found, `${nameOf(found)}: they close so`).catch(unreadable));
    if (other) return other;
    throw standard;
  }
  const { table } = standard;
  if (table.odd.some(isEscaped)) {
    const other = await read(BACKSLASHES, '').catch(unreadable);
    if (isBetter(other, standard, 1)) {
      return withEvidence(other, BACKSLASHES, table.odd.length - other.table.odd.length);
    }
  }
  if (hasApostrophes(table)) {
    const how: Quoting = { quote: "'", escape: 'doubled' };
    const other = await read(how, '').catch(unreadable);
    if (isBetter(other, standard, 0)) {
      return withEvidence(other, how, table.odd.length - other.table.odd.length);
    }
  }
  return standard;
}

async function readAs(
  source: SourcePath,
  wanted: Omit<Wanted, 'quoting'>,
  quoting: Quoting,
  evidence: string,
  task: Task,
): Promise<TextFile> {
  const isStandard = quoting.quote === '"' && quoting.escape === 'doubled';
  const file = await readText(source, isStandard ? wanted : { ...wanted, quoting }, task);
  return {
    ...file,
    dialect: { ...file.dialect, quoting },
    ...(evidence !== '' && { delimiterEvidence: `${file.delimiterEvidence}; ${evidence}` }),
  };
}

function withEvidence(file: TextFile, quoting: Quoting, saved: number): TextFile {
  const rows = saved === 1 ? '1 row falls' : `${formatNumber(saved, 'count')} rows fall`;
  const proof = saved === 0 ? 'cells stand in them throughout' : `${rows} apart otherwise`;
  return { ...file, delimiterEvidence: `${file.delimiterEvidence}; ${nameOf(quoting)}: ${proof}` };
}

function nameOf(quoting: Quoting): string {
  const marks = quoting.quote === '"' ? 'quotation marks' : 'apostrophes as quotation marks';
  return quoting.escape === 'backslash' ? `${marks} escaped with a backslash` : marks;
}

/** Whether the other reading has so many odd rows fewer, at least; the one that is not is given up. */
function isBetter(
  other: TextFile | undefined,
  standard: TextFile,
  fewer: number,
): other is TextFile {
  if (!other) return false;
  const isOther = other.table.odd.length + fewer <= standard.table.odd.length;
  (isOther ? standard : other).discard();
  return isOther;
}

/** A refusal of a reading that is only tried. */
function unreadable(error: unknown): undefined {
  if (error instanceof Refusal && error.code !== 'cancelled') return undefined;
  throw error;
}

function isEscaped({ cells }: OddRow): boolean {
  return cells.some((cell) => cell.includes('\\"') || cell.endsWith('\\'));
}

function holdsEscapes({ path }: SourcePath): boolean {
  for (const block of fileBlocks(path)) if (block.includes('\\"')) return true;
  return false;
}

/** Whether all filled cells of some column but its heading stand in apostrophes, in the first rows. */
function hasApostrophes({ columns, rows }: RawTable): boolean {
  return columns.some((column) => {
    let quoted = 0;
    for (let row = 1; row < Math.min(rows, LOOKED_AT); row++) {
      const cell = rawText(column, row).trim();
      if (cell === '') continue;
      if (cell.length < 2 || !/^'.*'$/s.test(cell)) return false;
      quoted++;
    }
    return quoted >= ENOUGH;
  });
}
