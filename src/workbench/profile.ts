import type { ColumnProfile } from '../model/column-profile.ts';
import type { Task } from '../model/project.ts';
import { profileColumn } from '../quality/profile.ts';
import { openCheckedTables } from './checked-table.ts';
import type { Context } from './context.ts';
import { rulesOf } from './quality.ts';

/** One variable; held against a code list where a rule says so. */
export function profile(
  context: Context,
  input: { table: string; variable: string },
  task: Task,
): Promise<ColumnProfile> {
  const tables = openCheckedTables(context);
  const table = context.table(input.table);
  const list = rulesOf(context, tables).flatMap(({ table: own, test }) =>
    own === table.name && test.kind === 'code-list' && test.variable === input.variable
      ? [test.list]
      : [],
  );
  return profileColumn(context.hot(table), input.variable, list[0] ?? null, () =>
    task.checkpoint(),
  );
}
