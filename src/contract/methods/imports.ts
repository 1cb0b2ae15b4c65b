import * as v from 'valibot';
import type { ContractDrift } from '../../model/drift.ts';
import type { FileReading, ImportDecisions } from '../../model/importing.ts';
import type { Artifact, ProjectInfo, Task } from '../../model/project.ts';
import type { Receipt } from '../../model/receipt.ts';
import type {
  CodebookMatch,
  CorrectedRow,
  ImportComparison,
  ImportPreview,
  ImportRequest,
  PreviewRequest,
  ProblemCell,
  QuarantineEntry,
} from '../../model/reimport.ts';
import type { TableInfo } from '../../model/table.ts';
import { DELIVER, type MethodsOf, nothing, READ, WRITE } from '../method-record.ts';
import { correctedRow, fileReading, importRequest } from '../schemas/imports.ts';
import { name } from '../schemas/plain.ts';
import type { QualitySummary } from './quality.ts';

/** Files on their way into tables, and what is kept of them. */
export interface ImportMethods {
  /**
   * Reads a file as the load would and shows what comes of it. Under a contract, or the decisions of a
   * table, what has drifted is told and not refused.
   */
  previewFile(input: PreviewRequest, task: Task): Promise<ImportPreview>;
  /** What a codebook says about the columns of a file, and what the two do not have in common. */
  matchCodebook(input: FileReading & { codebook: string }, task: Task): Promise<CodebookMatch>;
  /** The decisions that a contract file holds. */
  readContract(input: { file: string }): ImportDecisions;
  /**
   * Reads the file whole into a new table, or into one that is there: in place of its rows, under them, or
   * as an update by key. A refused or cancelled import leaves nothing behind.
   */
  importFile(
    input: ImportRequest,
    task: Task,
  ): Promise<{
    table: TableInfo;
    receipt: Receipt;
    decisions: ImportDecisions;
    /** How the file differs from its contract; absent without one, null when it does not. */
    drift?: ContractDrift | null;
    /** For an import into a table that was there. */
    comparison?: ImportComparison;
    /** What the rules found in the table. */
    quality: QualitySummary;
  }>;
  /** What an import would do, before it is done: nothing is written. Refuses what the import would refuse. */
  compareImport(input: ImportRequest, task: Task): Promise<ImportComparison>;
  /** Takes the last import into a table back, whole; a table that a single import made is gone with it. */
  undoImport(input: { table: string }): ProjectInfo;
  /** Rows of a table's files that were not loaded. */
  quarantine(input: { table: string }): readonly QuarantineEntry[];
  /** Loads corrected rows out of quarantine, read as the cells of their file are. */
  requeue(input: { table: string; rows: readonly CorrectedRow[] }, task: Task): Promise<TableInfo>;
  receipts(
    input: Record<string, never>,
  ): readonly (Receipt & { table: string; importedAt: string })[];
  /** The first thousand cells of an imported table that did not fit, and how many there are. */
  problemCells(input: { table: string }): { of: number; cells: readonly ProblemCell[] };
  contractOf(input: { table: string }): ImportDecisions;
  /** The decisions that are kept with a table, as a file to use for other extracts. */
  exportContract(input: { table: string }): Promise<Artifact>;
  removeTable(input: { table: string }): ProjectInfo;
}

export const IMPORT_METHODS = {
  previewFile: {
    ...READ,
    files: ['file', 'stack'],
    input: v.strictObject({ ...fileReading, table: v.exactOptional(name) }),
  },
  matchCodebook: {
    ...READ,
    files: ['file', 'stack', 'codebook'],
    input: v.strictObject({ ...fileReading, codebook: fileReading.file }),
  },
  readContract: {
    ...READ,
    files: ['file'],
    input: v.strictObject({ file: fileReading.file }),
  },
  importFile: {
    ...WRITE,
    files: ['file', 'stack'],
    input: importRequest,
  },
  compareImport: { ...READ, files: ['file', 'stack'], input: importRequest },
  undoImport: { ...WRITE, input: v.strictObject({ table: name }) },
  quarantine: { ...READ, input: v.strictObject({ table: name }) },
  requeue: {
    ...WRITE,
    input: v.strictObject({
      table: name,
      rows: v.pipe(v.array(correctedRow), v.maxLength(10_000)),
    }),
  },
  receipts: { ...READ, input: nothing },
  problemCells: { ...READ, input: v.strictObject({ table: name }) },
  contractOf: { ...READ, input: v.strictObject({ table: name }) },
  exportContract: { ...DELIVER, input: v.strictObject({ table: name }) },
  removeTable: { ...WRITE, input: v.strictObject({ table: name }) },
} as const satisfies MethodsOf<ImportMethods>;
