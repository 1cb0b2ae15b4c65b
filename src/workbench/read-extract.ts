import { loadFile } from '../import/load-file.ts';
import { previewFile } from '../import/preview-file.ts';
import { breaksContract, type ContractDrift } from '../model/drift.ts';
import type {
  ColumnDecision,
  FileReading,
  ImportDecisions,
  LoadedFile,
} from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { adaptContract } from '../reimport/adapt-contract.ts';
import { movedColumns } from '../reimport/column-drift.ts';
import { driftRefusal } from '../reimport/drift-refusal.ts';
import { extractColumns } from '../reimport/extract-column.ts';
import { pairColumns } from '../reimport/pair-columns.ts';
import { driftFindings } from './drift-findings.ts';
import { surveyExtract } from './survey-extract.ts';

export interface Extract extends LoadedFile {
  /** What differs from the contract, accepted or only told; null when nothing does. */
  drift: ContractDrift | null;
  /** Columns of the contract that the extract does not have. */
  missing: readonly ColumnDecision[];
}

export interface ContractUse {
  contract: ImportDecisions;
  /** Anything new is refused too, not only what contradicts the contract. */
  strict: boolean;
  accept: boolean;
}

/**
 * Reads an extract under a saved contract, and tells what has drifted before anything is loaded.
 * @throws Refusal `contract-drift` with the {@link ContractDrift} in its details; otherwise as loadFile
 */
export async function readExtract(
  reading: FileReading,
  { contract, strict, accept }: ContractUse,
  task: Task,
): Promise<Extract> {
  const survey = await surveyExtract(reading, contract, task);
  const pairs = pairColumns(contract.columns, extractColumns(survey));
  const adapted = adaptContract(contract, survey.decisions, pairs);
  const { loaded, contested, open } = await load(reading, contract, adapted, task);
  const findings = driftFindings({
    reading,
    contract,
    survey,
    pairs,
    adapted,
    read: loaded,
    contested,
  });
  const { file, sheet } = survey.receipt;
  const drift = { file, sheet, findings, moved: movedColumns(pairs) };
  const refused = strict ? findings : findings.filter(breaksContract);
  if (refused.length > 0 && !accept) throw driftRefusal(drift);
  if (open) throw open;
  return {
    ...loaded,
    drift: findings.length > 0 ? drift : null,
    missing: pairs.missing.filter(({ keep }) => keep),
  };
}

interface Attempt {
  loaded: LoadedFile;
  /** Columns whose saved order of day and month the file contradicts: left out of `loaded`. */
  contested: readonly ColumnDecision[];
  /** Why the file cannot be loaded although it can be judged. */
  open: Refusal | null;
}

async function load(
  reading: FileReading,
  contract: ImportDecisions,
  adapted: ImportDecisions,
  task: Task,
): Promise<Attempt> {
  const attempt = async (use: ImportDecisions): Promise<Attempt> => {
    try {
      return {
        loaded: await loadFile({ ...reading, contract: use }, task),
        contested: [],
        open: null,
      };
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'unanswered-question') throw error;
      return loadWithout(reading, use, error, task);
    }
  };
  const { dialect } = adapted;
  if (dialect.kind !== 'csv' || contract.dialect.kind !== 'csv') return attempt(adapted);
  // A file without letters beyond ASCII is in the saved encoding too.
  const { encoding } = contract.dialect;
  try {
    return await attempt({ ...adapted, dialect: { ...dialect, encoding } });
  } catch (error) {
    const codes = ['encoding-differs', 'not-utf-8'];
    if (!(error instanceof Refusal) || !codes.includes(error.code)) throw error;
    return attempt(adapted);
  }
}

/** Loads what has no open question, so that everything else can be judged. */
async function loadWithout(
  reading: FileReading,
  contract: ImportDecisions,
  open: Refusal,
  task: Task,
): Promise<Attempt> {
  const { questions } = await previewFile({ ...reading, contract }, task);
  const asked = new Set(questions.map(({ position }) => position));
  const left = contract.columns.map((column) =>
    asked.has(column.position) ? { ...column, keep: false } : column,
  );
  const kept = new Set(left.filter(({ keep }) => keep).map(({ name }) => name));
  const changes = reading.changes && {
    ...reading.changes,
    columns: reading.changes.columns?.filter(({ position }) => !asked.has(position)) ?? [],
  };
  const required = contract.required.filter((name) => kept.has(name));
  const loaded = await loadFile(
    {
      ...reading,
      contract: { ...contract, columns: left, required },
      ...(changes && { changes }),
    },
    task,
  );
  const contested = contract.columns.filter(
    (column) => asked.has(column.position) && column.dateOrder != null,
  );
  return { loaded, contested, open };
}
