import type { VariableChange } from '../contract/methods/rows.ts';
import { variableIndex } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { TableInfo } from '../model/table.ts';
import { writeJournal } from '../store/journal.ts';
import { updateVariables } from '../store/tables.ts';
import { inTransactionNow } from '../store/transaction.ts';
import type { Context } from './context.ts';
import { tableInfo } from './project-info.ts';

/** Changes what a variable is called and what its values stand for; its stored values stay. */
export function changeVariable(
  context: Context,
  input: { table: string; variable: string; change: VariableChange },
): TableInfo {
  const { change } = input;
  const table = context.table(input.table);
  const index = variableIndex(table, input.variable);
  const label = change.label?.trim();
  if (label === '') {
    throw new Refusal('empty-label', 'A variable needs a label.', {
      where: { table: table.name, column: input.variable },
    });
  }
  const variables = table.variables.map((variable, at) =>
    at === index
      ? {
          ...variable,
          ...(label === undefined ? {} : { label }),
          ...(change.values === undefined ? {} : { values: change.values }),
        }
      : variable,
  );
  inTransactionNow(context.project, () => {
    updateVariables(context.project.db, table, variables);
    const changed = [
      ...(label === undefined ? [] : [`label “${label}”`]),
      ...(change.values === undefined ? [] : [`${change.values.length} value labels`]),
    ];
    writeJournal(
      context.project.db,
      'changeVariable',
      `Changed ${input.variable} in ${table.name}: ${changed.join(', ')}.`,
    );
  });
  return tableInfo(context.table(input.table));
}
