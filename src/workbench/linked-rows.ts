import { selectRows } from '../cohort/select.ts';
import type { LinkedRows } from '../contract/methods/rows.ts';
import { variableNamed } from '../model/frame.ts';
import { sharedKeys } from '../model/shared-keys.ts';
import { readTables } from '../store/tables.ts';
import type { Context } from './context.ts';

/** Where else a value of a key stands, in the order of the tables; its own table comes first. */
export function linkedRows(
  context: Context,
  input: { table: string; variable: string; value: string },
): LinkedRows[] {
  const own = context.table(input.table);
  const asked = { table: own.name, variable: variableNamed(own, input.variable).name };
  return sharedKeys(readTables(context.project.db), asked).flatMap(({ table, variable }) => {
    const frame = context.frame(context.table(table));
    const n = selectRows({ op: 'is', variable, value: input.value }, frame).length;
    return n > 0 ? [{ table, variable, n }] : [];
  });
}
