import { loadFile } from '../import/load-file.ts';
import { previewFile } from '../import/preview-file.ts';
import { SOURCE_COLUMNS } from '../import/source-columns.ts';
import { breaksContract, type ContractDrift, type DriftFinding } from '../model/drift.ts';
import type {
  ColumnDecision,
  FilePreview,
  FileReading,
  ImportDecisions,
  LoadedFile,
} from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { adaptContract } from '../reimport/adapt-contract.ts';
import { columnDrift, kindFinding, movedColumns } from '../reimport/column-drift.ts';
import { driftRefusal } from '../reimport/drift-refusal.ts';
import { extractColumns } from '../reimport/extract-column.ts';
import { layoutDrift } from '../reimport/layout-drift.ts';
import { pairColumns } from '../reimport/pair-columns.ts';
import { categoryDrift, dateOrderFinding } from '../reimport/value-drift.ts';
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
  const findings = [
    ...layoutDrift(contract, loaded.decisions).filter((finding) => isUnanswered(finding, reading)),
    ...columnDrift(pairs).filter((finding) => !isSourceColumn(finding, reading)),
    ...kindDrift(adapted.columns, survey, loaded, reading),
    ...contested.map(({ name, dateOrder }) => dateOrderFinding(name, dateOrder ?? 'dmy')),
    ...categoryDrift(adapted.columns, loaded.frame),
  ];
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

/** Saved kinds for which cells do not fit, where the file by itself would be read as another kind. */
function kindDrift(
  columns: readonly ColumnDecision[],
  survey: FilePreview,
  { receipt, decisions }: LoadedFile,
  { changes }: FileReading,
): DriftFinding[] {
  return columns.flatMap(({ name, kind, position }) => {
    const n = receipt.problems
      .filter(({ column }) => column === decisions.columns[position]?.name)
      .reduce((sum, each) => sum + each.n, 0);
    const proposed = survey.decisions.columns[position]?.kind ?? kind;
    const isChosen = changes?.columns?.some((each) => each.position === position && each.kind);
    if (n === 0 || proposed === kind || isChosen) return [];
    return [kindFinding(name, kind, proposed, n, survey.columns[position]?.filled ?? n)];
  });
}

/** What a person has said about this file is no drift any more. */
function isUnanswered({ what }: DriftFinding, { changes }: FileReading): boolean {
  switch (what) {
    case 'encoding':
    case 'delimiter':
    case 'quoting':
    case 'sheet':
    case 'header':
    case 'footer':
      return changes?.[what] === undefined;
    default:
      return true;
  }
}

/** Stacking files adds columns that none of them has. */
function isSourceColumn(finding: DriftFinding, { stack }: FileReading): boolean {
  return (
    stack !== undefined &&
    finding.what === 'new-column' &&
    SOURCE_COLUMNS.some((name) => name === finding.header)
  );
}
