import { frameColumns } from '../../src/columns/hot/frame-columns.ts';
import { openHotTable } from '../../src/columns/hot/hot-table.ts';
import { parseIsoDate } from '../../src/model/calendar.ts';
import type { Frame } from '../../src/model/frame.ts';
import type { RuleTest } from '../../src/model/quality.ts';
import type { CheckedTable, ImportFacts } from '../../src/quality/rule-kind.ts';
import { kindOf } from '../../src/quality/rule-kinds.ts';
import { computed } from '../../src/workbench/checked-table.ts';

export const TODAY = '2024-01-31';

/** A frame as the checks see a table, with other tables by their names. */
export function checkedOf(
  frame: Frame,
  others: Readonly<Record<string, Frame>> = {},
  imported?: ImportFacts,
): CheckedTable {
  const open = (each: Frame) => openHotTable(each.rows, frameColumns(each));
  const opened = Object.fromEntries(
    Object.entries(others).map(([name, each]) => [name, open(each)]),
  );
  return {
    name: 't',
    unit: 'rows',
    table: open(frame),
    linked: (name) => {
      const found = opened[name];
      if (!found) throw new Error(`no table ${name}`);
      return found;
    },
    label: (name) => name,
    frames: (name) => {
      const found = others[name];
      if (!found) throw new Error(`no table ${name}`);
      return found;
    },
    computed: (expression) => computed(expression, frame),
    today: parseIsoDate(TODAY) ?? 0,
    ...(imported ? { imported } : {}),
  };
}

/** The rows that fail, 1-based; of a check of the whole table what it tells. */
export function failing(test: RuleTest, data: CheckedTable): (number | string)[] {
  const kind = kindOf(test);
  if (kind.asks === 'items') return [...kind.check(test, data).items];
  const { rows } = kind.check(test, data);
  const found = Array.from(data.table.kernel.rowsOf(rows), (row) => row + 1);
  data.table.kernel.release(rows);
  return found;
}
