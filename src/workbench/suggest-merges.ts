import { countValues } from '../columns/distinct.ts';
import { allRows } from '../columns/mask.ts';
import { type Column, columnType } from '../model/column.ts';
import { variableIndex } from '../model/frame.ts';
import type { MergeSuggestion } from '../model/recipe.ts';
import { Refusal } from '../model/refusal.ts';
import { KIND } from '../model/variable.ts';
import { type ClusterMethod, clusterSpellings } from '../recipe/cluster/cluster-spellings.ts';
import type { Context } from './context.ts';

/** More different values than these are no spellings of something. */
const MOST_VALUES = 100_000;

/** Spellings of a variable that are probably of one value. @throws Refusal `wrong-kind`, `too-many-values` */
export function suggestMerges(
  context: Context,
  input: { table: string; variable: string; method?: ClusterMethod },
): MergeSuggestion[] {
  const frame = context.frame(context.table(input.table));
  const index = variableIndex(frame, input.variable);
  const variable = frame.variables[index] as (typeof frame.variables)[number];
  const where = { table: input.table, column: variable.name };
  if (columnType(variable.kind) !== 'codes') {
    throw new Refusal(
      'wrong-kind',
      `${variable.label} is of the kind ${KIND[variable.kind].label.toLowerCase()}: it has no spellings.`,
      { where },
    );
  }
  const values = countValues(variable, frame.columns[index] as Column, allRows(frame.rows));
  if (values.length > MOST_VALUES) {
    throw new Refusal(
      'too-many-values',
      `${variable.label} has ${values.length} different values.`,
      { where },
    );
  }
  const spellings = values.map(({ value, n }) => ({ text: value, n }));
  return clusterSpellings(spellings, input.method ?? 'all');
}
