import { formatNumber } from '../model/format.ts';
import type { Task } from '../model/project.ts';
import type { RecipeCheck, Remade, RemadeTable } from '../model/recipe.ts';
import { Refusal } from '../model/refusal.ts';
import type { Step, TableDefinition, TableInfo } from '../model/table.ts';
import { checkRecipe } from '../recipe/check-recipe.ts';
import { newValues } from '../recipe/new-values.ts';
import { STEPS } from '../recipe/steps.ts';
import { writeJournal } from '../store/journal.ts';
import { writeSuccessor } from '../store/succession.ts';
import type { StoredTable } from '../store/tables.ts';
import { checkWritable, inTransaction } from '../store/transaction.ts';
import type { Context } from './context.ts';
import { definitionOf, deriveTable } from './derive-table.ts';
import { outOfDate } from './out-of-date.ts';
import { projectInfo, tableInfo } from './project-info.ts';
import { projectDigest } from './pseudonym-key.ts';
import { stepWords } from './step-words.ts';

/** What a recipe would do, step by step; nothing is written. */
export function previewRecipe(
  context: Context,
  input: { from: string; steps: readonly Step[]; step?: number },
): RecipeCheck {
  const source = context.table(input.from);
  const read = (name: string) => context.frame(context.table(name));
  const words = { unit: source.unit, source: source.name, digest: projectDigest(context) };
  return checkRecipe(context.frame(source), input.steps, read, words, input.step);
}

/**
 * Gives a made table another recipe: the table is made again in its place, and the one before is kept for undo.
 * @throws Refusal `not-a-recipe`, and what its steps refuse
 */
export async function changeRecipe(
  context: Context,
  input: { table: string; steps: readonly Step[] },
  task: Task,
): Promise<TableInfo> {
  checkWritable(context.project);
  const before = context.table(input.table);
  if (before.origin.made !== 'recipe') {
    throw new Refusal('not-a-recipe', `${before.name} was not made by a recipe.`, {
      hint: 'Clean a table first: that makes a new one, with a recipe.',
      where: { table: before.name },
    });
  }
  const oldSteps = before.origin.steps;
  const said = recipeChange(oldSteps, input.steps);
  await inTransaction(context.project, async () => {
    await makeAgain(
      context,
      before,
      { ...definitionOf(before), steps: input.steps } as TableDefinition,
      task,
    );
    const { rows, unit, origin } = context.table(before.name);
    const words = stepWords(origin, changedPlaces(oldSteps, input.steps));
    const n = (count: number) => formatNumber(count, 'count');
    writeJournal(
      context.project.db,
      'changeRecipe',
      `Changed the recipe of ${before.name} (${said}): ${n(rows)} ${unit}, before ${n(before.rows)}.${words}`,
    );
  });
  return tableInfo(context.table(before.name));
}

/**
 * Makes tables again from what their sources are now: those named, or all that are out of date; each after the
 * tables that it is made from. Nothing is changed when one of them is refused.
 */
export async function remakeTables(
  context: Context,
  input: { tables?: readonly string[] },
  task: Task,
): Promise<Remade> {
  checkWritable(context.project);
  const { tables, cohorts } = projectInfo(context);
  const wanted = input.tables?.map((name) => context.table(name).name) ?? [
    ...outOfDate(tables, cohorts).keys(),
  ];
  const order = inOrder(tables, wanted);
  const made: RemadeTable[] = [];
  if (order.length === 0) return { tables: made };
  await inTransaction(context.project, async () => {
    for (const [done, name] of order.entries()) {
      task.progress(done, order.length, `Making ${name}`);
      await task.checkpoint();
      const before = context.table(name);
      const frame = context.frame(before);
      const notes = await makeAgain(context, before, definitionOf(before), task);
      made.push({
        table: name,
        rowsBefore: before.rows,
        rowsAfter: context.table(name).rows,
        notes,
        newValues: newValues(frame, context.frame(context.table(name))),
      });
    }
    const said = made.map(({ table, rowsBefore, rowsAfter }) =>
      rowsBefore === rowsAfter ? table : `${table} (${rowsAfter} rows, before ${rowsBefore})`,
    );
    writeJournal(
      context.project.db,
      'remakeTables',
      `Made ${made.length === 1 ? '1 table' : `${made.length} tables`} again: ${said.join(', ')}.`,
    );
  });
  return { tables: made };
}

/** Gives what the steps could not do. */
async function makeAgain(
  context: Context,
  before: StoredTable,
  definition: TableDefinition,
  task: Task,
): Promise<readonly string[]> {
  const { frame, origin } = deriveTable(context, definition);
  const { name, label, unit } = before;
  const table = { name, label, unit, frame, notes: [], origin };
  await writeSuccessor(context.project.db, before, table, `the making of ${name}`, task);
  if (origin.made !== 'recipe') return [];
  return origin.outcomes.flatMap(({ notes = [] }, at) =>
    notes.map((note) => `Step ${at + 1}: ${note}`),
  );
}

/** The wanted tables, each after those of them that it is made from. */
function inOrder(tables: readonly TableInfo[], wanted: readonly string[]): string[] {
  const order: string[] = [];
  const visit = (name: string, trail: readonly string[]): void => {
    if (order.includes(name) || trail.includes(name)) return;
    const origin = tables.find((table) => table.name === name)?.origin;
    const sources = origin && origin.made !== 'import' ? (origin.madeFrom ?? []) : [];
    for (const { table } of sources) visit(table, [...trail, name]);
    if (wanted.includes(name)) order.push(name);
  };
  for (const name of wanted) visit(name, []);
  return order;
}

/** A step without whether it is on: what tells it from others. */
const text = ({ off: _, ...step }: Step) => JSON.stringify(step);

/** Places of steps that were not there before. */
function changedPlaces(before: readonly Step[], after: readonly Step[]): number[] {
  const old = before.map(text);
  return [...after.keys()].filter((at) => !old.includes(text(after[at] as Step)));
}

/** "2 steps added, “Tidy text” switched off" */
function recipeChange(before: readonly Step[], after: readonly Step[]): string {
  const [old, now] = [before.map(text), after.map(text)];
  const added = now.filter((each) => !old.includes(each)).length;
  const gone = old.filter((each) => !now.includes(each)).length;
  const turned = after.filter((step, at) => {
    const was = before[old.indexOf(now[at] ?? '')];
    return was !== undefined && (was.off ?? false) !== (step.off ?? false);
  });
  const changed = Math.min(added, gone);
  const steps = (n: number) => (n === 1 ? '1 step' : `${n} steps`);
  const moved = added === 0 && gone === 0 && old.join() !== now.join();
  const parts = [
    ...(changed > 0 ? [`${steps(changed)} changed`] : []),
    ...(added > changed ? [`${steps(added - changed)} added`] : []),
    ...(gone > changed ? [takenOut(before.filter((_, at) => !now.includes(old[at] ?? '')))] : []),
    ...(moved ? ['another order'] : []),
    ...turned.map(({ op, off }) => `“${STEPS[op]?.label ?? op}” switched ${off ? 'off' : 'on'}`),
  ];
  return parts.join(', ') || 'as it was';
}

/** "“Tidy text” and “Group values” taken out" */
function takenOut(steps: readonly Step[]): string {
  return `${steps.map(({ op }) => `“${STEPS[op]?.label ?? op}”`).join(' and ')} taken out`;
}
