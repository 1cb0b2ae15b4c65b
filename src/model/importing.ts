import type { Frame } from './frame.ts';
import type { CellNote, Receipt } from './receipt.ts';
import type { Kind, MissingCode, ValueLabel } from './variable.ts';

/** Order of day, month and year in written dates. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface CsvDialect {
  kind: 'csv';
  encoding: Encoding;
  delimiter: ',' | ';' | '\t' | '|';
  /** How fields are quoted; where it is absent, as RFC 4180 has it. */
  quoting?: Quoting;
  /** Lines that begin with #, outside the table's columns: skipped unless it says `read`. */
  comments?: 'skip' | 'read';
}

/** The character around fields, and how it is written inside them. */
export interface Quoting {
  quote: '"' | "'";
  escape: 'doubled' | 'backslash';
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
  /**
   * For dates with two-digit years: years below it are of this century, the others of the last;
   * null = asked and not answered yet.
   */
  pivot?: number | null;
  /**
   * For dates that stand as day numbers of Excel: the year they are counted from; false = such
   * numbers are no dates; null = asked and not answered yet.
   */
  serials?: 1900 | 1904 | false | null;
  /** For decimal columns. */
  decimal?: '.' | ',';
  missing: readonly MissingCode[];
  values?: readonly ValueLabel[];
  /** The values of a category when the decisions were saved: others are told when they are replayed. */
  seen?: readonly string[];
  /** The label of the variable where it is not the header: from a codebook, or written by a person. */
  label?: string;
}

/** All decisions about a file: the import contract, saved as JSON and replayed on the next extract. */
export interface ImportDecisions {
  format: 'attune-import/1';
  dialect: CsvDialect | XlsxDialect;
  /** 1-based row of the first header row, and how many rows make the header; row 0 = no header. */
  header: { row: number; rows: number };
  /** How many rows at the end are skipped (totals, notes). */
  footer: number;
  /** A person said how many rows that is: the next extract is not asked what it looks like. */
  footerChosen?: boolean;
  columns: readonly ColumnDecision[];
  /** Names of the columns without which a row is quarantined. */
  required: readonly string[];
}

/** A change that a person makes to what was proposed; what it leaves out stays as proposed. */
export interface DecisionChanges {
  encoding?: Encoding;
  delimiter?: CsvDialect['delimiter'];
  quoting?: Quoting;
  comments?: 'skip' | 'read';
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
  /**
   * Further files or sheets that are read as rows of the same table, columns matched by heading.
   * `contract` and the changes of columns hold for all of them.
   */
  stack?: readonly StackPart[];
}

/** One more file or sheet of a stacked table, and what is its own in how it is read. */
export interface StackPart {
  file: string;
  changes?: Pick<
    DecisionChanges,
    'encoding' | 'delimiter' | 'quoting' | 'comments' | 'sheet' | 'header' | 'footer'
  >;
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

/** A value that could stand for "no answer": suggested, never applied by itself. */
export interface SuggestedMissing extends MissingCode {
  /** Cells that hold it. */
  n: number;
  /** "stands apart from the rest, 1 to 7" */
  why: string;
}

/** Several answers to one question: in one cell, or one column an answer. */
export type SeveralAnswers =
  | {
      form: 'separated';
      separator: string;
      answers: readonly { value: string; n: number }[];
    }
  | {
      form: 'block';
      /** What the columns have in common: `q7` of `q7_1` to `q7_6`. */
      name: string;
      /** Columns of the block, this one among them. */
      positions: readonly number[];
    };

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
  /** The most frequent values; none where there are too many to be counted one by one. */
  top: readonly { value: string; n: number }[];
  /** One click each: `missing` of the decision with this code added. */
  suggestedMissing: readonly SuggestedMissing[];
  /** Present when the column looks like a question with several answers. */
  several?: SeveralAnswers;
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

/** A cell with letters beyond ASCII: what shows whether the encoding is right. */
export interface TellingCell {
  /** 1-based row or line of the file. */
  row: number;
  column: string;
  text: string;
}

/** Everything the import page shows, made by the same code as the load. */
export interface FilePreview {
  file: FileFacts;
  /** For text files: the first cells by which a person can judge the encoding. */
  letters: readonly TellingCell[];
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
