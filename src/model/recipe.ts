import type { Value } from './column.ts';
import type { RefusalRecord } from './refusal.ts';
import type { StepOutcome } from './table.ts';
import type { Variable } from './variable.ts';

/** A kind of step, for somebody who chooses one. */
export interface StepKind {
  op: string;
  label: string;
  about: string;
  /** What somebody wants to do who needs it. */
  group: string;
  /** What it is called elsewhere. */
  words: readonly string[];
}

/** A recipe as it would run: what each step would do, or why it cannot. */
export interface RecipeCheck {
  steps: readonly CheckedStep[];
  /** Variables as the step that was asked for finds them, or as they are at the end, for the next step. */
  before: readonly Variable[];
  rows: number;
  /** What the step that was asked for changes. */
  preview: StepDiff | null;
}

export interface CheckedStep extends StepOutcome {
  /** Why it cannot run here; the steps after it were run without it. */
  refused?: RefusalRecord;
  /** What it lacks, and the step to blame for it. */
  conflict?: Conflict;
}

export interface Conflict {
  variable: string;
  madeBy: number;
  /** That step makes it later, is switched off, or is refused; or it takes it out of the table or renames it. */
  why: 'later' | 'off' | 'refused' | 'gone';
}

/** What a step changes, old against new. */
export interface StepDiff {
  step: number;
  rowsBefore: number;
  rowsAfter: number;
  /** Rows before are not rows after: cells are not compared, and the first rows after are shown. */
  reshaped: FirstRows | null;
  /** Rows that were taken for the same. */
  groups: RowGroups | null;
  /** Rows that are left out: how many, and the first of them. */
  removed: { n: number; rows: readonly ShownRow[] };
  added: readonly {
    name: string;
    label: string;
    top: readonly { value: string | null; n: number }[];
  }[];
  gone: readonly string[];
  changed: readonly ChangedVariable[];
}

export interface ShownRow {
  /** Row number in the table that the recipe starts from. */
  row: number;
  cells: readonly Value[];
}

export interface FirstRows {
  labels: readonly string[];
  rows: readonly (readonly Value[])[];
}

export interface RowGroups {
  /** Groups of more than one row. */
  n: number;
  labels: readonly string[];
  /** The first of them: the row that is kept, as it is afterwards, and those it is kept instead of. */
  shown: readonly { kept: ShownRow; others: readonly ShownRow[] }[];
}

export interface ChangedVariable {
  name: string;
  label: string;
  cells: number;
  /** Different changes, and the most frequent of them; a missing value is null with its reason. */
  distinct: number;
  changes: readonly { from: string | null; to: string | null; why: string | null; n: number }[];
}

/** How a cell came to be what it is, oldest first. */
export interface CellHistory {
  table: string;
  row: number;
  variable: string;
  label: string;
  steps: readonly {
    /** Table in which it happened. */
    table: string;
    what: string;
    value: string | null;
    /** Why it is missing. */
    why: string | null;
  }[];
}

/** Tables that were made again, and what is to be looked at this time. */
export interface Remade {
  tables: readonly RemadeTable[];
}

export interface RemadeTable {
  table: string;
  rowsBefore: number;
  rowsAfter: number;
  /** What its steps could not do. */
  notes: readonly string[];
  /** Categories that it did not have before: a new spelling, perhaps. */
  newValues: readonly {
    variable: string;
    label: string;
    values: readonly { value: string; n: number }[];
  }[];
}

/** Spellings that are probably of one value. */
export interface MergeSuggestion {
  to: string;
  spellings: readonly { text: string; n: number }[];
}
