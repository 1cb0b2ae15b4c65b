import type { Rule } from '../model/quality.ts';
import {
  type PointCount,
  type QualityComparison,
  type RuleComparison,
  shareGrowth,
} from '../model/quality-comparison.ts';
import { Refusal } from '../model/refusal.ts';
import type { Step, TableInfo } from '../model/table.ts';
import { countRule } from '../quality/count-rule.ts';
import type { CheckedTable, Words } from '../quality/rule-kind.ts';
import { kindOf } from '../quality/rule-kinds.ts';
import { STEPS } from '../recipe/steps.ts';
import { type CheckedTables, computed, openCheckedTables } from './checked-table.ts';
import type { Context } from './context.ts';
import { contextAfter } from './context-after.ts';
import { rulesOf } from './quality.ts';

/**
 * Runs the rules on a table as it is at two points of its recipe: those of the table itself and of all tables that
 * it was made from by recipes. The table at a point is computed and not kept.
 * @throws Refusal `not-a-recipe`, `unknown-step`
 */
export function compareQuality(
  context: Context,
  input: { table: string; before?: number; after?: number },
): QualityComparison {
  const table = context.table(input.table);
  const { origin } = table;
  if (origin.made !== 'recipe') {
    throw new Refusal('not-a-recipe', `${table.name} was not made by a recipe.`, {
      hint: 'Before and after are those of a step.',
      where: { table: table.name },
    });
  }
  const { steps, outcomes, from } = origin;
  const points = [
    `${context.table(from).label}, before any step`,
    ...steps.map(({ op }, at) => outcomes[at]?.sentence ?? STEPS[op]?.label ?? op),
  ];
  const { before = 0, after = steps.length } = input;
  for (const place of [before, after]) {
    if (place < points.length) continue;
    throw new Refusal('unknown-step', `${table.name} has ${steps.length} steps.`, {
      hint: '0 is the table before any of them.',
    });
  }
  const tables = openCheckedTables(context);
  const [then, now] = [before, after].map((place) =>
    pointOf(context, tables, from, steps.slice(0, place)),
  ) as [Point, Point];
  const rules = rulesThrough(context, table, rulesOf(context, tables)).map((rule) =>
    compared(rule, then, now),
  );
  return {
    table: table.name,
    points,
    before,
    after,
    rows: { before: then.data.table.rows, after: now.data.table.rows },
    rules: rules.toSorted(byChange),
  };
}

interface Point {
  data: CheckedTable;
  words: Words;
}

function pointOf(
  context: Context,
  tables: CheckedTables,
  from: string,
  after: readonly Step[],
): Point {
  const state = contextAfter(context, { table: from, after });
  const table = state.table(from);
  const { imported: _, ...data } = tables.checked(from);
  return {
    data: {
      ...data,
      table: state.hot(table),
      frames: state.tables,
      computed: (expression) => computed(expression, state.frame(table)),
    },
    words: { ...tables.words(from), variables: table.variables },
  };
}

/** Rules that are on, of a table and of what it was made from by recipes; those that ask the same once. */
function rulesThrough(context: Context, table: TableInfo, all: readonly Rule[]): Rule[] {
  const names = new Set<string>();
  for (let at: TableInfo | undefined = table; at && !names.has(at.name); ) {
    names.add(at.name);
    at = at.origin.made === 'recipe' ? context.table(at.origin.from) : undefined;
  }
  const asked = new Map<string, Rule>();
  for (const rule of all) {
    if (!rule.on || !names.has(rule.table) || kindOf(rule.test).ofTheFile) continue;
    const test = JSON.stringify(rule.test);
    if (!asked.has(test)) asked.set(test, rule);
  }
  return [...asked.values()];
}

function compared(rule: Rule, then: Point, now: Point): RuleComparison {
  const [before, after] = [asked(rule, then), asked(rule, now)];
  const said = 'n' in before ? before : after;
  const { sentence, unit } = 'n' in said ? said : { sentence: rule.id, unit: then.data.unit };
  const count = (of: Asked): PointCount | null => ('n' in of ? { n: of.n, of: of.of } : null);
  const why = 'why' in before ? before.why : 'why' in after ? after.why : null;
  return { rule, sentence, unit, before: count(before), after: count(after), why };
}

type Asked = (PointCount & { unit: string; sentence: string }) | { why: string };

function asked(rule: Rule, { data, words }: Point): Asked {
  try {
    const counted = countRule(rule, data);
    return { ...counted, sentence: rule.label ?? kindOf(rule.test).sentence(rule.test, words) };
  } catch (error) {
    if (error instanceof Refusal) return { why: error.message };
    throw error;
  }
}

/** The fewer findings are left, the earlier, of equals by share; what cannot be compared comes last. */
function byChange(a: RuleComparison, b: RuleComparison): number {
  const [one, other] = [changeOf(a), changeOf(b)];
  if (!one || !other) return Number(one === null) - Number(other === null);
  return one.findings - other.findings || one.share - other.share;
}

function changeOf({ before, after }: RuleComparison): { findings: number; share: number } | null {
  if (!before || !after) return null;
  return { findings: after.n - before.n, share: shareGrowth(before, after) };
}
