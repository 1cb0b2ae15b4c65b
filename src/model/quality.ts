import type { Condition } from './condition.ts';
import type { Kind } from './variable.ts';

/** Government Data Quality Framework (December 2020), after DAMA UK. */
export const DIMENSIONS = [
  'completeness',
  'uniqueness',
  'consistency',
  'timeliness',
  'validity',
  'accuracy',
] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** Ascending. */
export const SEVERITIES = ['info', 'low', 'medium', 'high'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** A column of another table, reached by a key: `table.variable` of the row whose `key` is this row's `foreignKey`. */
export interface LinkedVariable {
  table: string;
  key: string;
  foreignKey: string;
  variable: string;
}

/** A format that Attune knows how to check. */
export const FORMATS = ['nhs-number', 'postcode', 'phone', 'email', 'lsoa'] as const;

export type Format = (typeof FORMATS)[number];

/** What a rule asks of the rows of a table; what each kind does stands in src/quality/kinds/. */
export type RuleTest =
  | { kind: 'required'; variables: readonly string[]; when?: Condition }
  | { kind: 'fits'; variables: readonly string[] }
  | {
      kind: 'range';
      variables: readonly string[];
      low?: number;
      high?: number;
      whole?: boolean;
      when?: Condition;
    }
  | { kind: 'in-list'; variable: string; values: readonly string[] }
  /** Codes as one of the lists has them; `on` = the date at which a code has to be in use. */
  | { kind: 'code-list'; variable: string; list: string; on?: string; local?: 'allowed' }
  | { kind: 'spelling'; variable: string }
  /** `9` a digit, `A` a capital, `a` any letter, anything else itself. */
  | { kind: 'shape'; variable: string; shapes: readonly string[] }
  | { kind: 'format'; variable: string; format: Format }
  | { kind: 'unique'; variables: readonly string[]; anyCase?: boolean }
  | { kind: 'no-repeats' }
  | { kind: 'at-most'; n: number; per: readonly string[]; when?: Condition }
  /** The same value in all rows of a person. */
  | { kind: 'same-for'; variable: string; per: string }
  | { kind: 'exists'; variable: string; table: string; key: string; where?: Condition }
  /** No id of somebody who is in the other table under an earlier id too. */
  | { kind: 'first-id'; variable: string; table: string; key: string; by: readonly string[] }
  /** Days from the second date to the first: at least, at most. */
  | {
      kind: 'order';
      variable: string;
      after: string | LinkedVariable;
      least?: number;
      most?: number;
    }
  /** Another date of the row is there `due` days after the first, or where the condition holds; without both, always. */
  | { kind: 'second-date'; variable: string; second: string; due?: number; when?: Condition }
  /** The same where each form has rows of its own: whoever has rows of the first time has some of the second. */
  | {
      kind: 'second-row';
      /** Date of the form. */
      variable: string;
      per: string;
      time: string;
      first: readonly string[];
      second: readonly string[];
      due?: number;
      when?: Condition;
    }
  | { kind: 'not-future'; variables: readonly string[] }
  | { kind: 'default-date'; variables: readonly string[] }
  | { kind: 'weekday'; variable: string; when?: Condition }
  | {
      kind: 'equal';
      variable: string;
      of: readonly string[];
      how: 'sum' | 'mean';
      /** Those that count from the other end: `around` minus the answer. */
      reversed?: readonly string[];
      around?: number;
    }
  /** What an expression over the row gives: "days_between(received, seen)". */
  | { kind: 'computed'; variable: string; expression: string }
  | { kind: 'straight-line'; variables: readonly string[] }
  | { kind: 'identifiers'; variable: string }
  | { kind: 'volume'; variable: string }
  | { kind: 'full-years'; variable: string }
  /** No financial year of a date in which a variable is missing far more often than in the others. */
  | { kind: 'every-year'; variables: readonly string[]; by: string }
  /** Of an import: rows set aside, rows left out above and below the data, dates that prove no order. */
  | { kind: 'all-loaded' }
  | { kind: 'no-footer' }
  | { kind: 'as-written'; variables: readonly string[] }
  | { kind: 'date-order'; variables: readonly string[] };

export type RuleKindName = RuleTest['kind'];

export interface Rule {
  /** Unique in the project: "referrals.received.order". */
  id: string;
  table: string;
  test: RuleTest;
  severity: Severity;
  dimension: Dimension;
  /** Largest share of the rows asked that may fail: 0.02 for "≤ 2 % missing". */
  most?: number;
  /** In place of the sentence that the kind makes. */
  label?: string;
  /** Why it was suggested. */
  why?: string;
  from: 'suggested' | 'person';
  on: boolean;
}

/** How a person fills in a rule: one entry a part of the test. */
export interface RuleField {
  key: string;
  label: string;
  form:
    | { of: 'variable'; kinds: readonly Kind[] }
    | { of: 'variables'; kinds: readonly Kind[] }
    | { of: 'number'; whole?: boolean }
    | { of: 'texts' }
    | { of: 'choice'; choices: readonly { value: string; label: string }[] }
    /** On this table's rows, or on those of the table that the rule names. */
    | { of: 'condition'; on?: 'linked' }
    | { of: 'expression' }
    | { of: 'yes' }
    | { of: 'date-or-linked' }
    | { of: 'table' }
    | { of: 'key' }
    /** Variables of the table that the rule names. */
    | { of: 'theirs' };
  optional?: boolean;
}

/** A kind of rule as lists and the rule builder show it. */
export interface RuleKindFacts {
  kind: RuleKindName;
  label: string;
  severity: Severity;
  dimension: Dimension;
  fields: readonly RuleField[];
}

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

/** `wrong` is what the rule complains of, `against` what it contradicts. */
export type CellState = 'key' | 'wrong' | 'against' | 'plain';

/** NHS MHSDS: valid, other, default, invalid, missing. */
export const VODIM = ['valid', 'other', 'default', 'invalid', 'missing'] as const;

export type Vodim = (typeof VODIM)[number];

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

/** One variable as a data manager looks at it. */
export interface ColumnProfile {
  rows: number;
  present: number;
  distinct: number;
  missing: readonly { reason: string; n: number }[];
  /** The commonest values; identifiers are masked. */
  top: readonly { value: string; label: string; n: number }[];
  /** Shapes of texts: 9 a digit, A a capital, a another letter. */
  patterns: readonly { shape: string; n: number; example: string }[];
  /** Numbers and days: least, quartiles, greatest, as text. */
  spread: readonly { label: string; value: string }[];
  /** Values far outside the middle half (1.5 times its width beyond it), the farthest first. */
  outliers: { n: number; examples: readonly string[] };
  /** Filled rows by the financial year of the table's date. */
  years: readonly { year: string; present: number; of: number }[];
  /** Of a column of codes. */
  vodim: { list: string; source: string; counts: Readonly<Record<Vodim, number>> } | null;
}
