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
  /** None of some values that often stand for no answer: 99, NK. */
  | { kind: 'missing-code'; variable: string; values: readonly string[] }
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
