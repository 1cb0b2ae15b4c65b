import type { Condition } from './condition.ts';
import type { Figure } from './figure.ts';
import type { DecisionChanges } from './importing.ts';
import type { Measure } from './measure.ts';
import type { AnalysisSpec, ResultTable } from './result.ts';
import type { SourceFile, TableDefinition } from './table.ts';

/**
 * Text may hold live numbers: `{{result-id:key}}` is replaced by that estimate (`t`, `n[2015/16]`),
 * by `apa` or `plain` (the result's sentences), `n`, `total` or `cohort`. Nothing is typed by hand.
 */
export type Block =
  | { type: 'heading'; level: 1 | 2; text: string }
  | { type: 'text'; text: string }
  | { type: 'list'; items: readonly string[] }
  | { type: 'table'; result: string; table?: string; title?: string }
  | { type: 'figure'; result: string; figure?: number; title?: string }
  | { type: 'page-break' };

export interface ReportDocument {
  title: string;
  subtitle: string;
  authors: string;
  /** Shown as given; empty leaves it out. */
  date: string;
  blocks: readonly Block[];
}

export const EMPTY_REPORT: ReportDocument = {
  title: 'Evaluation',
  subtitle: '',
  authors: '',
  date: '',
  blocks: [],
};

/** A whole evaluation as a file: sources to report, nothing asked. */
export interface Evaluation {
  format: 'attune-evaluation/1';
  title: string;
  /** Measures of one's own, beside those of the library. */
  measures?: readonly Measure[];
  sources: readonly EvaluationSource[];
  tables: readonly TableDefinition[];
  cohorts: readonly { name: string; label: string; table: string; condition: Condition }[];
  analyses: readonly AnalysisSpec[];
  report: ReportDocument;
}

export interface EvaluationSource {
  /** Relative to the evaluation file. */
  file: string;
  table: string;
  label: string;
  unit: string;
  /** Only what cannot be proposed; everything else is decided as in the window. */
  decisions?: DecisionChanges;
}

/** A report with its numbers filled in and its tables and figures numbered: what every writer writes. */
export interface RenderedReport {
  title: string;
  subtitle: string;
  authors: string;
  date: string;
  blocks: readonly RenderedBlock[];
  made: MadePage;
}

export type RenderedBlock =
  | { type: 'heading'; level: 1 | 2; text: string }
  /** Rich text (rich.ts). `missing` lists live numbers that could not be filled. */
  | { type: 'text'; text: string; missing: readonly string[] }
  | { type: 'list'; items: readonly string[]; missing: readonly string[] }
  | {
      type: 'table';
      number: number;
      title: string;
      table: ResultTable;
      /** Who, n, missing: stands first in the note under the table. */
      basis: string;
      result: string;
    }
  | {
      type: 'figure';
      number: number;
      title: string;
      figure: Figure;
      basis: string;
      result: string;
    }
  | { type: 'page-break' }
  /** A block whose result is gone: shown in the window, left out of files. */
  | { type: 'absent'; what: string };

/** "How this was made": the last page of every export. */
export interface MadePage {
  app: string;
  /** ISO date-time, UTC. */
  at: string;
  project: string;
  files: readonly (SourceFile & { table: string; receipt: string })[];
  tables: readonly { name: string; label: string; rows: number; how: readonly string[] }[];
  results: readonly {
    id: string;
    title: string;
    method: string;
    cohort: string;
    n: string;
    missing: string;
    options: string;
    /** What has changed since it was made, in words; '' while it holds. */
    changed: string;
  }[];
}
