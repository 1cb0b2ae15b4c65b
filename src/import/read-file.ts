import type { Frame } from '../model/frame.ts';
import type {
  CellNote,
  FileFacts,
  FileReading,
  ImportDecisions,
  ImportQuestion,
  Receipt,
} from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import type { Where } from '../model/refusal.ts';
import { KIND, type Variable } from '../model/variable.ts';
import { type BuiltColumn, buildColumn } from './build-column.ts';
import { type DecidedColumn, kindEvidence } from './column-evidence.ts';
import { openQuestion } from './column-plan.ts';
import { type ColumnTally, tallyColumn } from './column-tally.ts';
import { decideColumns, decideRequired } from './decide.ts';
import { decodeColumn } from './decode.ts';
import { divideRows } from './divide-rows.ts';
import { type Layout, layOut } from './layout.ts';
import { matchContract } from './match-contract.ts';
import { type ColumnProfile, profileColumn } from './profile.ts';
import { type RawFile, readRawFile } from './raw-file.ts';
import type { RawTable } from './raw-table.ts';
import { answerLabels } from './read-words.ts';
import { assertAddsUp, makeReceipt } from './receipt.ts';

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
  notes: readonly CellNote[];
  receipt: Receipt;
}

/**
 * The one way from a file to a table: preview and load are both made from this.
 * @throws Refusal for files that cannot be read and decisions that do not fit them
 */
export async function readFile(reading: FileReading, task: Task): Promise<ReadFile> {
  const file = await readRawFile(reading, task);
  const { table, dialect, facts } = file;
  const where: Where = {
    file: facts.name,
    ...(dialect.kind === 'xlsx' && { sheet: dialect.sheet }),
  };
  const { contract, changes } = reading;
  const layout = layOut(
    table,
    {
      header: changes?.header ?? contract?.header,
      footer: changes?.footer ?? contract?.footer,
    },
    where,
  );
  const columns = await decide(reading, file, layout, task, where);
  const decided = columns.map(({ decision }) => decision);
  const required = decideRequired(decided, reading, where);
  const { rows, quarantine } = divideRows(table, layout, columns, required);
  const notes: CellNote[] = [];
  const kept = columns.filter(({ decision }) => decision.keep);
  const built: (BuiltColumn & { name: string })[] = [];
  for (const { decision, profile, decoded } of kept) {
    const column = buildColumn(profile.values, decoded, decision, rows, built.length, notes);
    built.push({ ...column, name: decision.name });
    task.progress(built.length, kept.length, `Reading the values of ${facts.name}`);
    await task.checkpoint();
  }
  const evidence = columns.map((column) => kindEvidence(column, table.numbers));
  const frame: Frame = {
    rows: rows.length,
    variables: columns.flatMap((column, i) =>
      column.decision.keep ? [variableOf(column, evidence[i] ?? '')] : [],
    ),
    columns: built.map(({ column }) => column),
    origin: rows.map((row) => table.numbers[row] as number),
  };
  const receipt = makeReceipt(file, layout, { origin: frame.origin, columns: built, quarantine });
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
    notes,
    receipt,
  };
}

async function decide(
  reading: FileReading,
  { table, facts }: RawFile,
  layout: Layout,
  task: Task,
  where: Where,
): Promise<DecidedColumn[]> {
  const { headers, first, last } = layout;
  const saved = reading.contract && matchContract(reading.contract, headers, where);
  const seen: { profile: ColumnProfile; tally: ColumnTally }[] = [];
  for (const values of table.columns) {
    const profile = profileColumn(values, first, last);
    seen.push({ profile, tally: tallyColumn(profile) });
    task.progress(seen.length, table.columns.length, `Judging the columns of ${facts.name}`);
    await task.checkpoint();
  }
  const sources = seen.map(({ tally }, i) => ({
    header: headers[i] ?? '',
    tally,
    saved: saved?.[i],
  }));
  const decisions = decideColumns(sources, reading, where);
  return seen.flatMap(({ profile, tally }, i) => {
    const decision = decisions[i];
    return decision
      ? [{ decision, profile, tally, decoded: decodeColumn(profile, tally, decision) }]
      : [];
  });
}

function variableOf({ decision, profile }: DecidedColumn, evidence: string): Variable {
  const { name, header, kind, missing } = decision;
  return {
    name,
    label: header || name,
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
