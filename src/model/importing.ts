import type { Frame } from './frame.ts';
import type { Kind, MissingCode, ValueLabel } from './variable.ts';

/** Order of day, month and year in written dates. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface CsvDialect {
  kind: 'csv';
  encoding: Encoding;
  delimiter: ',' | ';' | '\t' | '|';
}

export interface XlsxDialect {
  kind: 'xlsx';
  sheet: string;
}

/** What was decided about one column. `position` is 0-based in the file. */
export interface ColumnDecision {
  position: number;
  /** Header text as it stands in the file. */
  header: string;
  name: string;
  keep: boolean;
  kind: Kind;
  /** For date kinds; null = asked and not answered yet, the column cannot be loaded so. */
  dateOrder?: DateOrder | null;
  /** For decimal columns. */
  decimal?: '.' | ',';
  missing: readonly MissingCode[];
  values?: readonly ValueLabel[];
}

/** All decisions about a file: the import contract, saved as JSON and replayed on the next extract. */
export interface ImportDecisions {
  format: 'attune-import/1';
  dialect: CsvDialect | XlsxDialect;
  /** 1-based row of the first header row, and how many rows make the header; row 0 = no header. */
  header: { row: number; rows: number };
  /** How many rows at the end are skipped (totals, notes). */
  footer: number;
  columns: readonly ColumnDecision[];
  /** Names of the columns without which a row is quarantined. */
  required: readonly string[];
}

/** A change that a person makes to what was proposed; what it leaves out stays as proposed. */
export interface DecisionChanges {
  encoding?: Encoding;
  delimiter?: CsvDialect['delimiter'];
  sheet?: string;
  header?: { row: number; rows: number };
  footer?: number;
  columns?: readonly (Pick<ColumnDecision, 'position'> & Partial<ColumnDecision>)[];
  required?: readonly string[];
}

/** How a file is read: by a saved contract, by changes to what is proposed, or both; else as proposed. */
export interface FileReading {
  /** A path in the engine; a token of the shell on the wire (contract/methods.ts). */
  file: string;
  contract?: ImportDecisions;
  changes?: DecisionChanges;
}

export interface SheetInfo {
  name: string;
  state: 'visible' | 'hidden' | 'veryHidden';
  rows: number;
  columns: number;
}

export interface FileFacts {
  name: string;
  bytes: number;
  sha256: string;
  /** "Windows-1252: 12 bytes are not valid UTF-8, first on line 31" */
  encodingEvidence: string;
  /** "semicolon: 12 fields on all 371 lines" */
  delimiterEvidence: string;
  lineEnd: string;
  /** Empty for text files. */
  sheets: readonly SheetInfo[];
  dateSystem: 1900 | 1904 | null;
}

/** A cell that is not simply its typed value: it did not fit, is a missing code, or is written otherwise. */
export interface CellNote {
  /** 0-based row of the frame. */
  row: number;
  /** 0-based index of the variable. */
  column: number;
  /** Text as it stands in the file. */
  raw: string;
  kind: 'problem' | 'missing-code' | 'raw';
  /** "not a date: 31/02/2021 does not exist"; for a missing code its reason; '' for raw. */
  reason: string;
}

/** A row of the file that was not loaded, kept whole. */
export interface QuarantinedRow {
  /** 1-based row or line of the file. */
  row: number;
  cells: readonly string[];
  reason: string;
}

/** read = loaded + quarantined + skipped + blank, always; cells add up in the same way. */
export interface Receipt {
  file: string;
  sheet: string | null;
  sha256: string;
  bytes: number;
  read: number;
  loaded: number;
  quarantined: number;
  /** Title rows, header rows and footer rows. */
  skipped: number;
  blank: number;
  cells: {
    total: number;
    typed: number;
    missing: number;
    empty: number;
    /** Did not fit their column's kind: kept as text. */
    asText: number;
  };
  problems: readonly { column: string; reason: string; n: number; firstRow: number }[];
  quarantine: readonly QuarantinedRow[];
}

/** What the file says about a column, for the person who decides. */
export interface ColumnEvidence {
  position: number;
  filled: number;
  empty: number;
  distinct: number;
  /** Filled cells that fit each kind, best first. */
  fits: readonly { kind: Kind; n: number }[];
  /** One sentence: why the proposed kind. */
  evidence: string;
  /** Up to ten cells that do not fit the decided kind. */
  problems: readonly { row: number; raw: string; reason: string }[];
  examples: readonly string[];
  top: readonly { value: string; n: number }[];
}

/** Something the file cannot say by itself; Continue stays off until it is answered. */
export interface ImportQuestion {
  position: number;
  question: string;
  why: string;
  choices: readonly {
    /** Apply it as a column change. */
    change: Pick<ColumnDecision, 'position'> & Partial<ColumnDecision>;
    label: string;
    /** What the first value becomes. */
    example: string;
  }[];
}

export interface PreviewRow {
  /** 1-based row or line of the file. */
  row: number;
  role: 'title' | 'header' | 'data' | 'blank' | 'footer' | 'quarantined';
  cells: readonly PreviewCell[];
  reason?: string;
}

export interface PreviewCell {
  raw: string;
  /** As it will read in the grid; null when missing or not fitting. */
  value: string | null;
  state: 'ok' | 'empty' | 'missing' | 'problem' | 'asked';
  reason?: string;
}

/** Everything the import page shows, made by the same code as the load. */
export interface FilePreview {
  file: FileFacts;
  decisions: ImportDecisions;
  columns: readonly ColumnEvidence[];
  questions: readonly ImportQuestion[];
  /** Rows above the data, the first data rows, then only rows with something to see. */
  rows: readonly PreviewRow[];
  receipt: Receipt;
}

/** A file read with all decisions made: what the store writes in one transaction. */
export interface LoadedFile {
  frame: Frame;
  notes: readonly CellNote[];
  decisions: ImportDecisions;
  receipt: Receipt;
}
