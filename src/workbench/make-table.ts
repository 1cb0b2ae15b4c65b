import { linkedTables } from '../cohort/linked-tables.ts';
import { measureNamed } from '../measures/known-measures.ts';
import { pairFrame } from '../measures/pair.ts';
import { scoreFrame } from '../measures/score.ts';
import type { Frame } from '../model/frame.ts';
import type { Task } from '../model/project.ts';
import type { Origin, TableDefinition, TableInfo } from '../model/table.ts';
import { applyRecipe } from '../recipe/apply-recipe.ts';
import { writeJournal } from '../store/journal.ts';
import { checkTableName } from '../store/names.ts';
import { inTransaction } from '../store/transaction.ts';
import { writeTable } from '../store/write-table.ts';
import { cohortNamed } from './cohorts.ts';
import type { Context } from './context.ts';
import { eligibleFor } from './eligible.ts';
import { ownMeasures } from './measures.ts';
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
      `Made ${name} from ${definition.from}: ${frame.rows} ${unit}, ${howMade(context, origin)}.`,
    );
  });
  return tableInfo(context.table(definition.name));
}

function derive(context: Context, definition: TableDefinition): { frame: Frame; origin: Origin } {
  const { from } = definition;
  const used = new Map<string, number>();
  const read = (name: string) => {
    const table = context.table(name);
    used.set(table.name, table.version);
    return context.frame(table);
  };
  const madeFrom = () => [...used].map(([table, version]) => ({ table, version }));
  const source = read(from);
  if ('steps' in definition) {
    const { steps } = definition;
    // The rows that a step counts are those of the table it started from.
    const { unit } = context.table(from);
    const { frame, outcomes } = applyRecipe(source, steps, read, { unit });
    return { frame, origin: { made: 'recipe', from, madeFrom: madeFrom(), steps, outcomes } };
  }
  if ('score' in definition) {
    const { measure } = definition.score;
    const { frame, account, version } = scoreFrame(source, definition.score, {
      measures: ownMeasures(context),
      read,
    });
    const madeBy = { made: 'scores', from, madeFrom: madeFrom() } as const;
    return { frame, origin: { ...madeBy, measure, version, account } };
  }
  const rule = definition.pair;
  for (const { table, cohort } of [rule.eligible, ...(rule.contacts ? [rule.contacts] : [])]) {
    read(table);
    const { condition } = context.select(context.table(table), cohort).cohort;
    linkedTables(condition).forEach(read);
  }
  const madeWith = [rule.eligible.cohort, rule.contacts?.cohort].flatMap((name) => {
    if (name === undefined) return [];
    const { name: cohort, version } = cohortNamed(context, name);
    return [{ cohort, version }];
  });
  const { frame, account } = pairFrame(source, rule, eligibleFor(context, rule));
  return { frame, origin: { made: 'pairs', from, madeFrom: madeFrom(), madeWith, rule, account } };
}

function howMade(context: Context, origin: Origin): string {
  switch (origin.made) {
    case 'import':
      return 'imported';
    case 'recipe':
      return `${origin.steps.length} steps`;
    case 'scores':
      return `${measureNamed(origin.measure, origin.version, ownMeasures(context)).name} scored (version ${origin.version})`;
    case 'pairs':
      return `${origin.account.both} of ${origin.account.eligible} paired`;
  }
}
