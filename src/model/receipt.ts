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
  /** What was noticed about the file as a whole and is good to know: nothing of it needs an answer. */
  notices?: readonly ImportNotice[];
  /** For a table stacked from several files or sheets: the receipt of each, without its cells. */
  parts?: readonly ReceiptPart[];
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
  /** Rows that were quarantined, corrected and sent back through: counted as loaded. */
  requeued?: readonly RequeuedRow[];
}

/** A row that came out of quarantine: what it was, and what was loaded instead. */
export interface RequeuedRow extends QuarantinedRow {
  corrected: readonly string[];
  /** ISO date-time, UTC. */
  at: string;
}

/** One file or sheet of a stacked table: its rows add up by themselves. */
export type ReceiptPart = Pick<
  Receipt,
  'file' | 'sheet' | 'sha256' | 'bytes' | 'read' | 'loaded' | 'quarantined' | 'skipped' | 'blank'
>;

/** Something about a file that a person should know. */
export interface ImportNotice {
  /** Stable, kebab-case, for programs: `comment-lines`, `backslash-escapes`, `undefined-bytes` … */
  code: string;
  /** One sentence or two. */
  text: string;
  /** 1-based row or line of the file where it is seen first. */
  row?: number;
  /** Name of the column. */
  column?: string;
}
