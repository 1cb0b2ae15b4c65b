import { measureNamed } from '../measures/library.ts';
import { pairFrame } from '../measures/pair.ts';
import { scoreFrame } from '../measures/score.ts';
import { textAt } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import { columnNamed } from '../model/frame.ts';
import type { Task } from '../model/project.ts';
import type { Origin, TableDefinition, TableInfo } from '../model/table.ts';
import { applyRecipe } from '../recipe/apply-recipe.ts';
import { writeJournal } from '../store/journal.ts';
import { checkTableName } from '../store/names.ts';
import { inTransaction } from '../store/transaction.ts';
import { writeTable } from '../store/write-table.ts';
import type { Context } from './context.ts';
import { tableInfo } from './project-info.ts';

/** Makes a table from another one: by a recipe, by scoring a measure, or by pairing forms. */
export async function makeTable(
  context: Context,
  definition: TableDefinition,
  task: Task,
): Promise<TableInfo> {
  checkTableName(definition.name);
  const { frame, origin } = derive(context, definition);
  const { db } = context.project;
  await inTransaction(context.project, async () => {
    const { name, label, unit } = definition;
    await writeTable(db, { name, label, unit, frame, notes: [], origin }, task);
    writeJournal(
      db,
      'makeTable',
      `Made ${name} from ${definition.from}: ${frame.rows} ${unit}, ${howMade(origin)}.`,
    );
  });
  return tableInfo(context.table(definition.name));
}

function derive(context: Context, definition: TableDefinition): { frame: Frame; origin: Origin } {
  const { from } = definition;
  const source = context.frame(context.table(from));
  if ('steps' in definition) {
    const { steps, unit } = definition;
    const tables = (name: string) => context.frame(context.table(name));
    const { frame, outcomes } = applyRecipe(source, steps, tables, { unit });
    return { frame, origin: { made: 'recipe', from, steps, outcomes } };
  }
  if ('score' in definition) {
    const { measure } = definition.score;
    const { frame, account, version } = scoreFrame(source, definition.score);
    return { frame, origin: { made: 'scores', from, measure, version, account } };
  }
  const rule = definition.pair;
  const { frame, account } = pairFrame(source, rule, eligiblePeople(context, rule.eligible));
  return { frame, origin: { made: 'pairs', from, rule, account } };
}

function eligiblePeople(
  context: Context,
  { table: name, person, cohort }: { table: string; person: string; cohort?: string },
): string[] {
  const table = context.table(name);
  const column = columnNamed(context.frame(table), person);
  const people = Array.from(context.select(table, cohort).rows, (row) => textAt(column, row));
  return [...new Set(people.filter((id) => id !== ''))];
}

function howMade(origin: Origin): string {
  switch (origin.made) {
    case 'import':
      return 'imported';
    case 'recipe':
      return `${origin.steps.length} steps`;
    case 'scores':
      return `${measureNamed(origin.measure, origin.version).name} scored (version ${origin.version})`;
    case 'pairs':
      return `${origin.account.both} of ${origin.account.eligible} paired`;
  }
}
