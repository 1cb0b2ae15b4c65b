import type { Tables } from '../cohort/tables.ts';
import type { HotTable } from '../columns/hot/hot-table.ts';
import type { Bitmap } from '../columns/kernel/column-kernel.ts';
import type { Frame } from '../model/frame.ts';
import type { ImportDecisions } from '../model/importing.ts';
import type { RuleKindFacts, RuleTest } from '../model/quality.ts';
import type { CellNote, QuarantinedRow } from '../model/receipt.ts';
import type { Variable } from '../model/variable.ts';

/** A table under check, and what stands around it. */
export interface CheckedTable {
  name: string;
  /** What a row is, in the plural. */
  unit: string;
  table: HotTable;
  /** Another table of the project. */
  linked(name: string): HotTable;
  /** What it is called. */
  label(name: string): string;
  /** Frames of other tables, for conditions on linked rows. */
  frames: Tables<Frame>;
  /** What an expression gives for each row. @throws Refusal `bad-expression` */
  computed(expression: string): Computed;
  /** Day number of the day on which the data was extracted or, failing that, imported. */
  today: number;
  /** Of an imported table. */
  imported?: ImportFacts;
}

/** Values of an expression: numbers, days, texts, or yes and no. */
export interface Computed {
  type: 'number' | 'date' | 'text' | 'yesno';
  /** Null where it cannot be known. */
  at(row: number): number | string | null;
}

export interface ImportFacts {
  decisions: ImportDecisions;
  quarantine: readonly (QuarantinedRow & { file: string })[];
  /** Rows above and below the data that were left out, but for titles and headers. */
  footers: readonly { file: string; rows: number }[];
  /** Cells whose text is not simply their value. */
  notes(): readonly CellNote[];
}

/** What a check of rows gives. The bitmap is the caller's, to be released to the table's kernel. */
export interface RowVerdict {
  rows: Bitmap;
  /** Failing cells; left out where they are as many as rows. */
  cells?: number;
  /** Rows that were asked. */
  of: number;
}

/** What a check gives that is not about rows: months, rows that are in no table. */
export interface ItemVerdict {
  unit: string;
  items: readonly string[];
  of: number;
}

/** Why a row fails: for the list of rows and the query to the sender. */
export interface Explanation {
  wrong: readonly string[];
  against?: readonly string[];
  sentence: string;
}

/** What a sentence needs to know. */
export interface Words {
  unit: string;
  variables: readonly Variable[];
  /** Variables of another table, and its label. */
  linked(name: string): { label: string; variables: readonly Variable[] };
}

interface KindBase<T extends RuleTest> extends Omit<RuleKindFacts, 'kind'> {
  /** What holds when all is well, without a full stop. */
  sentence(test: T, words: Words): string;
  /** Asks how the file was written and read, which no cleaning step changes. */
  ofTheFile?: true;
}

/** A kind of rule that rows meet or fail. */
export interface RowKind<T extends RuleTest = RuleTest> extends KindBase<T> {
  asks: 'rows';
  check(test: T, data: CheckedTable): RowVerdict;
  explain(test: T, data: CheckedTable, row: number): Explanation;
}

/** A kind of rule about the table as a whole. */
export interface ItemKind<T extends RuleTest = RuleTest> extends KindBase<T> {
  asks: 'items';
  check(test: T, data: CheckedTable): ItemVerdict;
}

export type TestOf<K extends RuleTest['kind']> = Extract<RuleTest, { kind: K }>;

export type RuleKind<T extends RuleTest = RuleTest> = RowKind<T> | ItemKind<T>;
