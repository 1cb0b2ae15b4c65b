import * as v from 'valibot';
import type { Value } from '../../model/column.ts';
import type { Condition } from '../../model/condition.ts';
import type { Artifact } from '../../model/project.ts';
import type { Step, TableInfo } from '../../model/table.ts';
import type { ValueLabel } from '../../model/variable.ts';
import { DELIVER, type MethodsOf, READ, WRITE } from '../method-record.ts';
import { condition, name, shortText } from '../schemas/plain.ts';
import { cellSearch, rowPlace, rowRequest, variableChange } from '../schemas/rows.ts';
import { steps } from '../schemas/tables.ts';

/** Which rows of a table are looked at, and in which order. */
export interface RowChoice {
  table: string;
  cohort?: string;
  /** Narrows the rows further, without being part of the cohort. */
  within?: Condition;
  sort?: readonly { variable: string; descending: boolean }[];
  /** Only rows that hold this text, case ignored. */
  find?: string;
}

export interface RowRequest extends RowChoice {
  offset: number;
  limit: number;
}

export interface CellSearch extends RowChoice {
  /** What is looked for: in labels, values, and what stands in the file; case ignored. */
  text: string;
  /** The variables that are looked through, in their order from left to right. */
  variables: readonly string[];
  /** Goes on after this cell (before it, when `back`); starts at the first (the last) without it. */
  from?: { position: number; variable: string };
  back?: boolean;
}

export interface FoundCell {
  /** Cells that hold the text. */
  cells: number;
  /** The next of them: which it is, counted from 1, and where it stands in the list. */
  at: { nth: number; position: number; variable: string } | null;
}

/** Rows that hold the same value of a key, in this table or another one. */
export interface LinkedRows {
  table: string;
  variable: string;
  n: number;
}

export interface RowPage {
  /** Rows that are left of all, and those of the cohort before anything narrowed it; rows in the table. */
  n: number;
  cohort: number;
  of: number;
  rows: readonly {
    /** 1-based row of the table. */
    row: number;
    cells: readonly Value[];
    /** For imported tables that more than one file went into: where the row is from. */
    source?: { file: string; row: number };
    /** Cells with something to say: problems, missing codes, raw text that differs. */
    notes: readonly {
      column: number;
      kind: 'problem' | 'missing-code' | 'raw';
      raw: string;
      reason: string;
    }[];
  }[];
}

/** What the right panel shows of a variable. */
export interface VariableSummary {
  name: string;
  n: number;
  missing: readonly { reason: string; n: number }[];
  problems: number;
  distinct: number;
  /** The most frequent values, with their counts; for numbers and dates a histogram stands in `bins`. */
  top: readonly { value: string; label: string; n: number }[];
  bins: readonly { label: string; n: number }[];
  /** Minimum, median, maximum, mean and SD where they make sense, ready to show. */
  figures: readonly { label: string; value: string }[];
}

export interface VariableChange {
  label?: string;
  values?: readonly ValueLabel[];
}

/** The rows of a table and its variables. */
export interface RowMethods {
  rows(input: RowRequest): RowPage;
  /** The next cell that holds a text, and how many do; what is past the end goes on at the start. */
  findCell(input: CellSearch): FoundCell;
  /** Where a row (1-based) stands in the list; null when it is not in it. */
  findRow(input: RowChoice & { row: number }): { position: number | null };
  /** Where a value of a key stands: how many rows of all tables that share the key, its own table first. */
  linkedRows(input: { table: string; variable: string; value: string }): readonly LinkedRows[];
  /** `after`: of the table as it is after these steps, which are not kept. */
  summary(input: {
    table: string;
    variable: string;
    cohort?: string;
    after?: readonly Step[];
  }): VariableSummary;
  changeVariable(input: { table: string; variable: string; change: VariableChange }): TableInfo;
  exportTable(input: {
    table: string;
    cohort?: string;
    within?: Condition;
    format: 'csv' | 'xlsx';
  }): Promise<Artifact>;
}

export const ROW_METHODS = {
  rows: { ...READ, input: rowRequest },
  findCell: { ...READ, input: cellSearch },
  findRow: { ...READ, input: rowPlace },
  linkedRows: {
    ...READ,
    input: v.strictObject({ table: name, variable: name, value: shortText }),
  },
  summary: {
    ...READ,
    input: v.strictObject({
      table: name,
      variable: name,
      cohort: v.exactOptional(name),
      after: v.exactOptional(steps),
    }),
  },
  changeVariable: {
    ...WRITE,
    input: v.strictObject({ table: name, variable: name, change: variableChange }),
  },
  exportTable: {
    ...DELIVER,
    input: v.strictObject({
      table: name,
      cohort: v.exactOptional(name),
      within: v.exactOptional(condition),
      format: v.picklist(['csv', 'xlsx']),
    }),
  },
} as const satisfies MethodsOf<RowMethods>;
