import type { Frame } from '../model/frame.ts';
import type {
  CellNote,
  ColumnDecision,
  FileFacts,
  FileReading,
  ImportDecisions,
  ImportQuestion,
  Receipt,
  SeveralAnswers,
} from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import type { Where } from '../model/refusal.ts';
import { KIND, type Variable } from '../model/variable.ts';
import { namingBackslashes } from './backslash.ts';
import { type BuiltColumn, buildColumn } from './build-column.ts';
import type { DecidedColumn } from './column-evidence.ts';
import { openQuestion } from './column-plan.ts';
import type { ColumnTally } from './column-tally.ts';
import { decideColumns, decideRequired } from './decide.ts';
import { divideRows } from './divide-rows.ts';
import type { Hashing } from './hash-file.ts';
import { decodeJudged } from './judge-column.ts';
import { judgeTable } from './judge-table.ts';
import { kindEvidence } from './kind-evidence.ts';
import { type Layout, layOut } from './layout.ts';
import { matchContract } from './match-contract.ts';
import { fileNotices } from './notices.ts';
import type { ColumnProfile } from './profile.ts';
import { readUnhashed, type Unhashed } from './raw-file.ts';
import type { RawTable } from './raw-table.ts';
import { readStack, type Stack } from './read-stack.ts';
import { answerLabels } from './read-words.ts';
import { assertAddsUp, makeReceipt } from './receipt.ts';
import { SOURCE_COLUMNS } from './source-columns.ts';
import { partReceipts, sourceDecision } from './stack-parts.ts';
import { tickBoxes } from './tick-boxes.ts';

/** A file read whole under its decisions: the load, and everything that the preview shows of it. */
export interface ReadFile {
  facts: FileFacts;
  table: RawTable;
  layout: Layout;
  decisions: ImportDecisions;
  /** One for each column of the file, also those that are left out. */
  columns: readonly DecidedColumn[];
  /** One sentence or more for each column of the file. */
  evidence: readonly string[];
  questions: readonly ImportQuestion[];
  frame: Frame;
  /** The regular row of the table that each row of the frame was made from. */
  rows: Uint32Array;
  notes: readonly CellNote[];
  receipt: Receipt;
}

/**
 * The one way from a file, or a stack of files, to a table: preview and load are both made from this.
 * @throws Refusal for files that cannot be read and decisions that do not fit them
 */
export async function readFile(reading: FileReading, task: Task): Promise<ReadFile> {
  const parts = await readParts(reading, task);
  try {
    return await readAsDecided(reading, parts, task);
  } finally {
    parts.hashing.stop();
  }
}

async function readAsDecided(
  reading: FileReading,
  { file, layout, stack, hashing }: Parts,
  task: Task,
): Promise<ReadFile> {
  const { table, dialect, facts: unhashed } = file;
  const where = placeOf(file);
  const { columns, headings } = await decide(
    reading,
    { file, layout, stack, hashing },
    task,
    where,
  );
  const decided = columns.map(({ decision }) => decision);
  const required = decideRequired(decided, reading, where);
  const { rows, quarantine } = divideRows(table, layout, columns, required, headings);
  const notes: CellNote[] = [];
  const kept = columns.filter(({ decision }) => decision.keep);
  const built: (BuiltColumn & { name: string })[] = [];
  for (const { decision, cells } of kept) {
    const column = buildColumn(cells, decision, rows, built.length, notes);
    built.push({ ...column, name: decision.name });
    task.progress(built.length, kept.length, `Reading the values of ${unhashed.name}`);
    await task.checkpoint();
  }
  const evidence = columns.map((column) => kindEvidence(column, table.numbers));
  const frame: Frame = {
    rows: rows.length,
    variables: columns.flatMap((column, i) =>
      column.decision.keep ? [variableOf(column, evidence[i] ?? '')] : [],
    ),
    columns: built.map(({ column }) => column),
    origin: loadedLines(table, rows),
  };
  const facts = { ...unhashed, sha256: await hashing.result() };
  const receipt = makeReceipt({ ...file, facts }, layout, {
    origin: frame.origin,
    columns: built,
    quarantine,
    notices: [...(stack?.notices ?? []), ...fileNotices(file, layout, columns)],
    ...(stack && { parts: partReceipts(stack.parts, rows) }),
  });
  assertAddsUp(receipt, notes);
  return {
    facts,
    table,
    layout,
    decisions: {
      format: 'attune-import/1',
      dialect,
      header: layout.header,
      footer: layout.footer,
      columns: decided,
      required,
    },
    columns,
    evidence,
    questions: columns.flatMap(({ decision, tally }) => openQuestion(decision, tally) ?? []),
    frame,
    rows,
    notes,
    receipt,
  };
}

interface Parts {
  file: Unhashed;
  hashing: Hashing;
  layout: Layout;
  stack: Stack | undefined;
}

async function readParts(reading: FileReading, task: Task): Promise<Parts> {
  if (reading.stack) {
    const stack = await readStack(reading, task);
    const { file, layout } = stack;
    const hashing = { result: async () => file.facts.sha256, stop: () => {} };
    return { file, hashing, layout, stack };
  }
  const { contract, changes } = reading;
  const { file, hashing } = await readUnhashed(reading, task).catch((error: unknown) => {
    throw namingBackslashes(error, reading.file);
  });
  const decided = {
    header: changes?.header ?? contract?.header,
    footer: changes?.footer ?? contract?.footer,
    comments: file.dialect.kind === 'csv' ? file.dialect.comments : undefined,
  };
  try {
    return { file, hashing, layout: layOut(file.table, decided, placeOf(file)), stack: undefined };
  } catch (error) {
    hashing.stop();
    throw error;
  }
}

function placeOf({ facts, dialect }: Unhashed): Where {
  return { file: facts.name, ...(dialect.kind === 'xlsx' && { sheet: dialect.sheet }) };
}

async function decide(
  reading: FileReading,
  { file: { table, facts }, layout, stack }: Parts,
  task: Task,
  where: Where,
): Promise<{ columns: DecidedColumn[]; headings: Uint32Array }> {
  const { headers } = layout;
  const saved = savedColumns(reading, headers, stack, where);
  const { columns: seen, headings } = await judgeTable(table, layout, facts.name, task);
  const sources = seen.map(({ tally }, i) => ({
    header: headers[i] ?? '',
    tally,
    saved: saved?.[i],
  }));
  const decisions = decideColumns(sources, reading, where);
  const boxes = tickBoxes(sources);
  const columns = seen.flatMap((judged, i) => {
    const { tally } = judged;
    const decision = decisions[i];
    if (!decision) return [];
    const several = boxes.get(i) ?? separatedAnswers(decision, tally);
    const read = decodeJudged(judged, decision);
    return [{ decision, tally, ...read, ...(several && { several }) }];
  });
  return { columns, headings };
}

/** The saved decision of each column; the source columns of a stack are decided by what they are. */
function savedColumns(
  { contract }: FileReading,
  headers: readonly string[],
  stack: Stack | undefined,
  where: Where,
): (ColumnDecision | undefined)[] | undefined {
  if (!stack) return contract && matchContract(contract, headers, where);
  const own = headers.length - stack.sources;
  const knowsSources = contract?.columns.some(({ header }) => header === SOURCE_COLUMNS[0]);
  if (contract && knowsSources) return matchContract(contract, headers, where);
  const ofFiles = headers.slice(0, own);
  const saved = contract && matchContract(contract, ofFiles, where);
  return headers.map((_, i) => (i < own ? saved?.[i] : sourceDecision(headers, i, ofFiles)));
}

function separatedAnswers(
  { kind }: ColumnDecision,
  { answers }: ColumnTally,
): SeveralAnswers | undefined {
  const found = kind === 'text' || kind === 'category' ? answers.result : undefined;
  return found && { form: 'separated', ...found };
}

/** The line of each loaded row. */
function loadedLines({ numbers }: RawTable, rows: Uint32Array): Uint32Array {
  const [first = 0] = rows;
  const isEvery = rows.at(-1) === first + rows.length - 1;
  return isEvery
    ? numbers.subarray(first, first + rows.length)
    : rows.map((row) => numbers[row] as number);
}

function variableOf({ decision, profile }: DecidedColumn, evidence: string): Variable {
  const { name, header, kind, missing, label } = decision;
  return {
    name,
    label: label || header || name,
    kind,
    level: KIND[kind].level,
    values: decision.values ?? (kind === 'yesno' ? answers(profile) : []),
    missing,
    evidence,
  };
}

function answers(profile: ColumnProfile): Variable['values'] {
  const [no, yes] = answerLabels(profile);
  return [
    { value: '1', label: yes },
    { value: '0', label: no },
  ];
}
