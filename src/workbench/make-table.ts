import { measureNamed } from '../measures/known-measures.ts';
import type { Task } from '../model/project.ts';
import type { Origin, TableDefinition, TableInfo } from '../model/table.ts';
import { writeJournal } from '../store/journal.ts';
import { checkTableName } from '../store/names.ts';
import { inTransaction } from '../store/transaction.ts';
import { writeTable } from '../store/write-table.ts';
import type { Context } from './context.ts';
import { deriveTable } from './derive-table.ts';
import { ownMeasures } from './measures.ts';
import { tableInfo } from './project-info.ts';
import { stepWords } from './step-words.ts';

/** Makes a table from another one: by a recipe, by scoring a measure, or by pairing forms. */
export async function makeTable(
  context: Context,
  definition: TableDefinition,
  task: Task,
): Promise<TableInfo> {
  checkTableName(definition.name);
  const { frame, origin } = deriveTable(context, definition);
  const { db } = context.project;
  await inTransaction(context.project, async () => {
    const { name, label, unit } = definition;
    await writeTable(db, { name, label, unit, frame, notes: [], origin }, task);
    writeJournal(
      db,
      'makeTable',
      `Made ${name} from ${definition.from}: ${frame.rows} ${unit}, ${howMade(context, origin)}.${stepWords(origin)}`,
    );
  });
  return tableInfo(context.table(definition.name));
}

function howMade(context: Context, origin: Origin): string {
  switch (origin.made) {
    case 'import':
      return 'imported';
    case 'recipe':
      return origin.steps.length === 1 ? '1 step' : `${origin.steps.length} steps`;
    case 'scores':
      return `${measureNamed(origin.measure, origin.version, ownMeasures(context)).name} scored (version ${origin.version})`;
    case 'pairs':
      return `${origin.account.both} of ${origin.account.eligible} paired`;
  }
}
