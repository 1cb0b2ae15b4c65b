import type { Condition } from './condition.ts';
import type { Figure } from './figure.ts';
import type { NumberFormat } from './number-format.ts';
import type { CohortInUse } from './table.ts';

/** One number with everything needed to quote it. */
export interface Estimate {
  /** Unique in the result; live numbers in reports refer to it: `n[2015/16]`, `t`, `d_av`. */
  key: string;
  label: string;
  /** As in a sentence, with markdown italics: `*t*`, `*d*~av~`. */
  symbol: string;
  value: number | null;
  format: NumberFormat;
  ci?: { level: number; low: number; high: number; method: string };
  /** Why the value is null. */
  refused?: string;
}

export interface TableColumn {
  key: string;
  /** Markdown italics allowed: `*M* (*SD*)`. */
  header: string;
  /** Header over several neighbouring columns that name the same spanner. */
  spanner?: string;
  align: 'left' | 'right';
  format: NumberFormat;
}

export interface Cell {
  value: number | string | null;
  /** Replaces the formatted value: "[1.04, 4.13]", "23 (8 %)". */
  text?: string;
  /** Which rows of the cohort it counts, where the analysis can say. */
  rows?: Condition;
}

export interface TableRow {
  cells: readonly Cell[];
  role?: 'total' | 'missing' | 'group';
}

/** A table of a result, in the order it is read. `rows[i].cells[j]` belongs to `columns[j]`. */
export interface ResultTable {
  id: string;
  title: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  notes: readonly string[];
}

export interface MissingCount {
  reason: string;
  n: number;
  /** Which rows of the cohort these are, where the analysis can say. */
  rows?: Condition;
}

export interface Note {
  kind: 'note' | 'caution' | 'assumption' | 'refused';
  text: string;
  citation?: string;
}

/** What an analysis computes: everything that does not depend on project or cohort. */
export interface Finding {
  method: { name: string; variant: string; citations: readonly string[] };
  /** `rows` = which rows of the cohort were used, where the analysis can say. */
  n: { total: number; used: number; rows?: Condition; missing: readonly MissingCount[] };
  estimates: readonly Estimate[];
  tables: readonly ResultTable[];
  figures: readonly Figure[];
  sentences: { apa: string; plain: string };
  notes: readonly Note[];
}

export type OptionValue = string | number | boolean | null | readonly string[];

/** What to compute, on what, for whom. The same record in a spec file, the form and the journal. */
export interface AnalysisSpec {
  /** Given by the author ("appointments-by-year") or by the project ("r7"). */
  id?: string;
  title?: string;
  analysis: string;
  table: string;
  /** Name of a cohort; left out = every row of the table. */
  cohort?: string;
  /** Cohorts side by side, in place of the groups of a variable. */
  compare?: Comparison;
  options: Readonly<Record<string, OptionValue>>;
}

/** Which cohorts of the table stand side by side; `rest` is whoever is in none of them. */
export interface Comparison {
  cohorts: readonly string[];
  with?: 'rest' | 'everyone';
}

/** The one record every analysis returns. */
export interface Result extends Finding {
  id: string;
  title: string;
  analysis: string;
  table: string;
  tableVersion: number;
  cohort: CohortInUse;
  /** How many values are missing in the rows of the cohort, a variable that was chosen. */
  missingIn?: readonly { variable: string; label: string; n: number }[];
  /** The cohorts that were compared, in the versions of then. */
  compared?: { cohorts: readonly CohortInUse[]; with?: Comparison['with'] };
  options: Readonly<Record<string, OptionValue>>;
  /** ISO date-time, UTC. */
  madeAt: string;
  /** "Attune 0.1.0" */
  madeWith: string;
}
