import * as v from 'valibot';
import type { Task } from '../../model/project.ts';
import type {
  CellHistory,
  MergeSuggestion,
  RecipeCheck,
  Remade,
  StepKind,
} from '../../model/recipe.ts';
import type { Step, TableDefinition, TableInfo } from '../../model/table.ts';
import { type MethodsOf, nothing, READ, WRITE } from '../method-record.ts';
import { count, name } from '../schemas/plain.ts';
import { steps, tableDefinition } from '../schemas/tables.ts';

/** Tables that are made from others, by recipes above all. */
export interface TableMethods {
  makeTable(input: { definition: TableDefinition }, task: Task): Promise<TableInfo>;
  /** Every kind of cleaning step. */
  stepKinds(input: Record<string, never>): readonly StepKind[];
  /** What a recipe would do, step by step, and what one of its steps changes, old → new; nothing is written. */
  previewRecipe(input: { from: string; steps: readonly Step[]; step?: number }): RecipeCheck;
  /** Gives a made table another recipe: steps changed, moved, switched off. It is made again in its place. */
  changeRecipe(input: { table: string; steps: readonly Step[] }, task: Task): Promise<TableInfo>;
  /** Makes tables again from what their sources are now: those named, or all that are out of date. */
  remakeTables(input: { tables?: readonly string[] }, task: Task): Promise<Remade>;
  /** How a cell came to be what it is, from the text in the file on. */
  cellHistory(input: { table: string; row: number; variable: string }): CellHistory;
  /** Spellings that are probably of one value, to be merged by the step “map-values”. */
  suggestMerges(input: {
    table: string;
    variable: string;
    after?: readonly Step[];
    method?: 'fingerprint' | 'ngram' | 'edits' | 'all';
  }): readonly MergeSuggestion[];
}

export const TABLE_METHODS = {
  makeTable: { ...WRITE, input: v.strictObject({ definition: tableDefinition }) },
  stepKinds: { ...READ, input: nothing },
  previewRecipe: {
    ...READ,
    input: v.strictObject({ from: name, steps, step: v.exactOptional(count) }),
  },
  changeRecipe: { ...WRITE, input: v.strictObject({ table: name, steps }) },
  remakeTables: {
    ...WRITE,
    input: v.strictObject({ tables: v.exactOptional(v.pipe(v.array(name), v.maxLength(1_000))) }),
  },
  cellHistory: {
    ...READ,
    input: v.strictObject({ table: name, row: count, variable: name }),
  },
  suggestMerges: {
    ...READ,
    input: v.strictObject({
      table: name,
      variable: name,
      after: v.exactOptional(steps),
      method: v.exactOptional(v.picklist(['fingerprint', 'ngram', 'edits', 'all'])),
    }),
  },
} as const satisfies MethodsOf<TableMethods>;
