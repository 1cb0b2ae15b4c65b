import { cleanedTables } from '../model/cleaned-table.ts';
import type { Rule, RuleKindName } from '../model/quality.ts';
import { Refusal } from '../model/refusal.ts';
import { hasRow } from '../quality/row-bits.ts';
import type { RowKind } from '../quality/rule-kind.ts';
import { kindOf } from '../quality/rule-kinds.ts';
import { variablesOf } from '../quality/variables-of.ts';
import { applyRecipe } from '../recipe/apply-recipe.ts';
import { withoutOrigins, withRowNumbers } from '../recipe/row-numbers.ts';
import type { StoredTable } from '../store/tables.ts';
import type { CheckedTables } from './checked-table.ts';
import type { Context } from './context.ts';
import { projectDigest } from './pseudonym-key.ts';

/** What a row repeats is put right by leaving the row out. */
const LEFT_OUT: readonly RuleKindName[] = ['no-repeats', 'unique', 'at-most', 'first-id'];

/**
 * Which of the failing rows of a table are right in the tables that recipes made from it: in each that has
 * the row, and in one at least. A row that a recipe leaves out counts only where that is the correction.
 */
export function correctedRows(
  context: Context,
  tables: CheckedTables,
  rule: Rule,
  failing: () => readonly number[],
): number[] {
  if (kindOf(rule.test).ofTheFile) return [];
  const judged = cleanedTables(tables.all(), rule.table).flatMap(
    (table) => judge(context, tables, rule, table) ?? [],
  );
  if (judged.length === 0) return [];
  const mayGo = LEFT_OUT.includes(rule.test.kind);
  return failing().filter((row) => {
    const known = judged.flatMap((states) => states.get(row + 1) ?? []);
    return known.length === 0 ? mayGo : known.every((isRight) => isRight);
  });
}

/** By 1-based row of the source, whether it is right in a made table; undefined where that cannot be asked. */
function judge(
  context: Context,
  tables: CheckedTables,
  rule: Rule,
  table: StoredTable,
): Map<number, boolean> | undefined {
  const has = new Set(table.variables.map(({ name }) => name));
  const isThere = variablesOf(rule.test).every((name) => has.has(name));
  // Text about people that is left out names nobody.
  const isGone = !isThere && rule.test.kind === 'identifiers';
  if (!isThere && !isGone) return undefined;
  const kind = kindOf(rule.test) as RowKind;
  const data = { ...tables.checked(table.name), today: tables.checked(rule.table).today };
  const sources = sourceRows(context, table);
  const states = new Map<number, boolean>();
  if (sources === undefined) return undefined;
  if (isGone) return new Map(Array.from(sources, (source) => [source, true]));
  try {
    const { rows } = kind.check(rule.test, data);
    for (let row = 0; row < table.rows; row++) {
      const source = sources[row] as number;
      if (source > 0) states.set(source, !hasRow(rows, row) && states.get(source) !== false);
    }
    data.table.kernel.release(rows);
    return states;
  } catch (error) {
    // What it was corrected to is of another kind: nobody can say.
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const known = new WeakMap<Context, Map<number, { key: string; rows: Uint32Array | undefined }>>();

/** For each row of a made table the 1-based row it came from; 0 = from none. Undefined where it is out of date. */
export function sourceRows(context: Context, table: StoredTable): Uint32Array | undefined {
  const kept = known.get(context) ?? new Map();
  known.set(context, kept);
  const key = stateOf(context, table);
  const last = kept.get(table.id);
  if (last?.key === key) return last.rows;
  const rows = followRows(context, table);
  kept.set(table.id, { key, rows });
  return rows;
}

/** The version of a made table, and that of the table it was made from. */
function stateOf(context: Context, { version, origin }: StoredTable): string {
  const source = origin.made === 'recipe' ? context.table(origin.from).version : 0;
  return `${version} ${source}`;
}

function followRows(context: Context, table: StoredTable): Uint32Array | undefined {
  if (table.origin.made !== 'recipe') return undefined;
  const { from, steps, madeFrom = [] } = table.origin;
  const { version } = context.table(from);
  // Made of rows that have changed since: which of them are which, nobody can say.
  if (madeFrom.some((each) => each.table === from && each.version !== version)) return undefined;
  const source = context.frame(context.table(from));
  const { origin, rows } = context.frame(table);
  const place = new Map(Array.from(source.origin, (at, row) => [at, row + 1] as const));
  if (place.size === source.rows) return origin.map((at) => place.get(at) ?? 0);
  // Rows of several files have the same places in them: the recipe is followed by row numbers instead.
  const { unit } = context.table(from);
  const words = { unit, source: from, digest: projectDigest(context) };
  const read = (name: string) => withoutOrigins(context.frame(context.table(name)));
  try {
    const { frame } = applyRecipe(withRowNumbers(source), steps, read, words);
    return frame.rows === rows ? frame.origin : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
