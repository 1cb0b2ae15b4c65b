import type { Dimension, Rule } from './quality.ts';

/** What one rule found. */
export interface RuleFinding {
  rule: Rule;
  /** What holds when all is well: "IMD decile is from 1 to 10". */
  sentence: string;
  /** What is counted: the table's unit, or months, years. */
  unit: string;
  /** Failing, excused ones among them; of those that the rule asked. */
  n: number;
  of: number;
  /** Failing cells; as many as rows where a rule asks one cell. */
  cells: number;
  excused: number;
  /** Neither excused nor wrong any more in the tables that recipes made from this one. */
  corrected: number;
  /** Within the threshold of the rule, or nothing open. */
  met: boolean;
  /** Whether it is about rows that can be shown. */
  hasRows: boolean;
  /** What was found, where it is not rows. */
  items: readonly string[];
  /** Failing at the check of the import before; null when the rule was not run then. */
  before: number | null;
}

/** What a rule would find, before it is kept. */
export interface RuleTrial {
  sentence: string;
  unit: string;
  n: number;
  of: number;
}

/** A rule that could not be run. */
export interface RuleTrouble {
  rule: Rule;
  message: string;
}

/** A cell of the scorecard: rows without an open finding above `info`. */
export interface Score {
  table: string;
  dimension: Dimension;
  good: number;
  of: number;
  /** Share that should be good. */
  target: number;
  /** At the import before. */
  before: number | null;
}

export interface QualityCheck {
  /** ISO date-time, UTC. */
  at: string;
  /** Rules that were run. */
  rules: number;
  /** Milliseconds: reading the columns that the rules look at, and running the rules on them. */
  took: { load: number; check: number };
  tables: readonly { name: string; label: string; unit: string; rows: number }[];
  scores: readonly Score[];
  /** Only those of which something was found. */
  findings: readonly RuleFinding[];
  troubles: readonly RuleTrouble[];
  /** Columns that say who somebody is. */
  identifiers: readonly IdentifierColumn[];
}

/** What somebody decided about a failing row. It holds as long as the row's cells are what they were. */
export interface Excuse {
  rule: string;
  /** What tells the row from others, and the cells that were looked at. */
  row: string;
  reason: string;
  /** `YYYY-MM-DD`, the last day on which it holds; null = for good. */
  until: string | null;
  /** ISO date-time, UTC. */
  at: string;
}

/** One failing row, as lists show it. */
export interface FailingRow {
  /** 1-based row of the table. */
  row: number;
  source?: { file: string; row: number };
  cells: readonly { variable: string; label: string; text: string; state: CellState }[];
  /** "Appointment 2 March 2021 is before its referral, 9 March 2021." */
  sentence: string;
  state: 'open' | 'corrected' | 'excused' | 'queried';
  excuse?: { reason: string; until: string | null };
  answer?: string;
  /** Who is asked about it. */
  sender?: string;
}

/** `wrong` is what the rule complains of, `against` what it contradicts. */
export type CellState = 'key' | 'wrong' | 'against' | 'plain';

/** How it stands with one of those who send the data. */
export interface SenderAccount {
  /** Null: what nobody was named for. */
  sender: string | null;
  /** Open rows of findings above `info`, and in how many findings. */
  open: number;
  findings: number;
  /** Questions that went out, and answers that came back. */
  asked: number;
  answered: number;
  /** ISO date-times, UTC, of the last of each. */
  askedAt: string | null;
  answeredAt: string | null;
}

export interface Senders {
  accounts: readonly SenderAccount[];
  /** By table, the variable whose value says who sent a row. */
  columns: Readonly<Record<string, string>>;
  /** By rule, who was named for all of its rows. */
  rules: Readonly<Record<string, string>>;
}

/** A column that says who somebody is. Values are masked. */
export interface IdentifierColumn {
  table: string;
  variable: string;
  label: string;
  kind: string;
  /** Every value is one; otherwise they stand in free text. */
  isWhole: boolean;
  n: number;
  of: number;
  /** Rows that were looked at, where they are not all: then `n` is of these. */
  looked: number | null;
  example: string;
  /** Recipe steps that would settle it. */
  offers: readonly ('pseudonymise' | 'redact' | 'drop' | 'coarsen' | 'shift')[];
}
