import type { ContractDrift } from './drift.ts';
import type { ColumnDecision, FilePreview, FileReading, ImportDecisions } from './importing.ts';
import type { Receipt } from './receipt.ts';

/**
 * What becomes of the rows of a table that is there: `replace` lets them go, `append` keeps them,
 * `update` matches them by key. `new` makes a table of its own.
 */
export type ImportMode = 'new' | 'replace' | 'append' | 'update';

/** How a file is to be looked at: with a table, under the decisions that are kept with that table. */
export interface PreviewRequest extends FileReading {
  table?: string;
}

/** An imported table that a file could be the next extract of. */
export interface TableMatch {
  table: string;
  /** Columns of the table that the file has, by heading, of those that the table's files have. */
  same: number;
  of: number;
  /** Headings that the file lacks, and those that only it has. */
  lacking: readonly string[];
  added: readonly string[];
}

/** A file as it would be imported, and what the project has to do with it. */
export interface ImportPreview extends FilePreview {
  /** How the file differs from the decisions it is read under; null when it does not, or without any. */
  drift: ContractDrift | null;
  /** Best first; tables with less than half of their columns in the file are left out. */
  matches: readonly TableMatch[];
  /** The table that has the same bytes already. */
  known: { table: string; importedAt: string } | null;
}

/** What a codebook says about the columns of a file. */
export interface CodebookMatch {
  /** Name of the codebook's file, and what kind of codebook it is. */
  file: string;
  format: 'table' | 'redcap' | 'xlsform';
  /** The columns that it describes, as changes of what is decided about them. */
  columns: readonly (Pick<ColumnDecision, 'position'> & Partial<ColumnDecision>)[];
  /** Described, but no column of the file. */
  codebookOnly: readonly string[];
  /** Columns of the file that it does not describe. */
  fileOnly: readonly string[];
  /** One entry a variable whose values and labels do not cover each other. */
  values: readonly {
    variable: string;
    unlabelled: readonly { value: string; n: number }[];
    unused: readonly { value: string; label: string }[];
  }[];
}

/** A cell of an imported table that does not fit its column's kind. */
export interface ProblemCell {
  file: string;
  sheet: string | null;
  /** 1-based row or line of the file. */
  fileRow: number;
  /** 1-based row of the table. */
  row: number;
  variable: string;
  raw: string;
  reason: string;
}

/** A file, and the table that it goes into. */
export interface ImportRequest extends FileReading {
  table: string;
  label?: string;
  unit?: string;
  /** `new` when left out. */
  mode?: ImportMode;
  /** Variables that name a row: needed for `update`; for `replace`, to compare. */
  key?: readonly string[];
  /** For `update`: an empty cell of the file empties the cell of the table. */
  blanksOverwrite?: boolean;
  /** Load an extract that has drifted from its contract as the drift describes it. */
  acceptDrift?: boolean;
  /** Load a file that has been imported already. */
  again?: boolean;
}

/** A cell of a row that is in the table and in the file. */
export interface CellChange {
  key: readonly string[];
  /** 1-based row of the table. */
  row: number;
  /** 1-based row or line of the file. */
  fileRow: number;
  variable: string;
  /** As they read; '' when empty. */
  from: string;
  to: string;
}

/** What an import would do to a table, before it is done. */
export interface ImportComparison {
  mode: ImportMode;
  table: string;
  key: readonly string[];
  /**
   * inFile = new + unchanged + changed. `gone` rows are in the table and not in the file: `update`
   * keeps them, `replace` lets them go. `after` is how many rows the table will have.
   */
  rows: {
    inTable: number;
    inFile: number;
    new: number;
    unchanged: number;
    changed: number;
    gone: number;
    after: number;
  };
  /** `blanksKept`: cells that the file leaves empty and that keep what they had. */
  cells: { changed: number; blanksKept: number };
  columns: {
    /** In the file and not in the table. */
    added: readonly string[];
    /** In the table and not in the file. */
    lacking: readonly string[];
  };
  /** The first 200 changed cells, old and new. */
  changes: readonly CellChange[];
  receipt: Receipt;
  /** As the table would keep them for the next extract. */
  decisions: ImportDecisions;
  drift: ContractDrift | null;
}

/** A row that was set aside, and the file that it is in. */
export interface QuarantineEntry {
  file: string;
  sheet: string | null;
  importedAt: string;
  /** 1-based row or line of the file. */
  row: number;
  /** One for each column of the file, where the row has as many. */
  cells: readonly string[];
  reason: string;
}

/** What the cells of a quarantined row should have been, one for each column of the file. */
export interface CorrectedRow {
  row: number;
  cells: readonly string[];
  /** Needed only when two files of the table quarantined a row with this number. */
  file?: string;
}
