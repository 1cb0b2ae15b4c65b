import { previewFile, previewOf } from '../import/preview-file.ts';
import { readFile } from '../import/read-file.ts';
import type { ContractDrift } from '../model/drift.ts';
import type { FilePreview, FileReading, ImportDecisions } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import type { ImportPreview, PreviewRequest } from '../model/reimport.ts';
import { adaptContract } from '../reimport/adapt-contract.ts';
import { movedColumns } from '../reimport/column-drift.ts';
import { extractColumns } from '../reimport/extract-column.ts';
import { pairColumns } from '../reimport/pair-columns.ts';
import { againNotice, earlierImport } from './already-imported.ts';
import type { Context } from './context.ts';
import { driftFindings } from './drift-findings.ts';
import { keptDecisions } from './kept-decisions.ts';
import { matchTables } from './match-tables.ts';
import { surveyExtract } from './survey-extract.ts';

/** A file as it would be imported: what it is taken for, what has drifted, and which tables it may be for. */
export async function previewImport(
  context: Context,
  { table, ...reading }: PreviewRequest,
  task: Task,
): Promise<ImportPreview> {
  const contract =
    reading.contract ?? (table === undefined ? undefined : keptDecisions(context, table));
  const { preview, drift } = contract
    ? await previewExtract(reading, contract, task)
    : { preview: await previewFile(reading, task), drift: null };
  const { receipt } = preview;
  const known = earlierImport(context, receipt);
  const notices = [...(receipt.notices ?? []), ...againNotice(context, receipt)];
  return {
    ...preview,
    ...(notices.length > 0 && { receipt: { ...receipt, notices } }),
    drift,
    matches: matchTables(context, preview),
    known: known ? { table: known.table, importedAt: known.importedAt } : null,
  };
}

/** Reads an extract under its contract: as readExtract does, but what has drifted is only told. */
async function previewExtract(
  reading: FileReading,
  contract: ImportDecisions,
  task: Task,
): Promise<{ preview: FilePreview; drift: ContractDrift | null }> {
  const survey = await surveyExtract(reading, contract, task);
  const pairs = pairColumns(contract.columns, extractColumns(survey));
  const adapted = adaptContract(contract, survey.decisions, pairs);
  const read = await readFile({ ...reading, contract: adapted }, task);
  const preview = previewOf(read);
  const asked = new Set(preview.questions.map(({ position }) => position));
  const contested = adapted.columns.filter(
    ({ position, dateOrder }) => asked.has(position) && dateOrder != null,
  );
  const findings = driftFindings({
    reading,
    contract,
    survey,
    pairs,
    adapted,
    read,
    contested,
  });
  const { file, sheet } = survey.receipt;
  const drift = { file, sheet, findings, moved: movedColumns(pairs) };
  return { preview, drift: findings.length > 0 ? drift : null };
}
