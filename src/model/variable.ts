import type { ScoreFacts } from './score-facts.ts';

/** What a value is. Storage and measurement level follow from it but can be set apart. */
export const KINDS = [
  'identifier',
  'text',
  'category',
  'yesno',
  'integer',
  'decimal',
  'date',
  'datetime',
  'time',
] as const;

export type Kind = (typeof KINDS)[number];

export type Level = 'nominal' | 'ordinal' | 'scale';

/** SQLite's declared type of a kind's column. Dates and ids are text: see ARCHITECTURE.md. */
export type Storage = 'TEXT' | 'INTEGER' | 'REAL';

interface KindRecord {
  /** As the window shows it. */
  label: string;
  storage: Storage;
  level: Level;
}

export const KIND: Record<Kind, KindRecord> = {
  identifier: { label: 'Identifier', storage: 'TEXT', level: 'nominal' },
  text: { label: 'Text', storage: 'TEXT', level: 'nominal' },
  category: { label: 'Category', storage: 'TEXT', level: 'nominal' },
  yesno: { label: 'Yes/no', storage: 'INTEGER', level: 'nominal' },
  integer: { label: 'Whole number', storage: 'INTEGER', level: 'scale' },
  decimal: { label: 'Decimal', storage: 'REAL', level: 'scale' },
  date: { label: 'Date', storage: 'TEXT', level: 'scale' },
  datetime: { label: 'Date and time', storage: 'TEXT', level: 'scale' },
  time: { label: 'Time', storage: 'TEXT', level: 'scale' },
};

/** A value and what it stands for. The order of a list of them is the order of the categories. */
export interface ValueLabel {
  value: string;
  label: string;
}

/** A value that means "not known", and why. */
export interface MissingCode {
  code: string;
  reason: string;
}

export interface Variable {
  /** Unique in its table; how specs, cohorts and the readable view name it. */
  name: string;
  /** The original header text, or what a person renamed it to. */
  label: string;
  kind: Kind;
  level: Level;
  /** Categories in order; empty when the data's own values stand for themselves. */
  values: readonly ValueLabel[];
  missing: readonly MissingCode[];
  /** One sentence: why it has this kind ("All 365 values are dates; day first is proven by row 17"). */
  evidence: string;
  /** Of a score: what its measure says about it. */
  score?: ScoreFacts;
}

/** The label of a category value, or the value itself. */
export function valueLabel(variable: Variable, value: string): string {
  return variable.values.find((entry) => entry.value === value)?.label ?? value;
}
