import type { Condition, LinkedRows, Test } from '../model/condition.ts';
import { bindTest } from './bind-test.ts';
import { MOMENTS } from './operator.ts';
import { type Described, keyVariable, linkKeys, orderVariable, type Tables } from './tables.ts';

/**
 * The same condition in the one form that its sentence has: operands typed, lists within lists of the
 * same kind opened up, lists of one taken apart, no double negation.
 *
 * @throws Refusal when the condition does not fit the table (bind-test.ts, tables.ts)
 */
export function normalise(condition: Condition, table: Described, tables: Tables): Condition {
  if ('all' in condition) {
    const parts = condition.all.map((part) => normalise(part, table, tables));
    return alone({ all: parts.flatMap((part) => ('all' in part ? part.all : [part])) });
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => normalise(part, table, tables));
    return alone({ any: parts.flatMap((part) => ('any' in part ? part.any : [part])) });
  }
  if ('not' in condition) {
    const inner = normalise(condition.not, table, tables);
    if ('all' in inner && inner.all.length === 0) return { any: [] };
    if ('any' in inner && inner.any.length === 0) return { all: [] };
    return 'not' in inner ? inner.not : { not: inner };
  }
  if ('linked' in condition) {
    const { linked, where } = condition;
    const other = tables(linked.table);
    linkKeys(linked, table, other);
    return { linked, ...bounds(condition), ...inner(where, other, tables) };
  }
  if ('nth' in condition) {
    const { nth, by, of, where } = condition;
    keyVariable(table, of);
    orderVariable(table, by);
    return { nth, by, of, ...inner(where, table, tables) };
  }
  const { test, variable } = bindTest(condition, table.variables);
  return MOMENTS.includes(variable.kind) ? momentTest(test) : valueTest(test);
}

function alone(list: { all: Condition[] } | { any: Condition[] }): Condition {
  const parts = 'all' in list ? list.all : list.any;
  return parts.length === 1 ? (parts[0] as Condition) : list;
}

/** At least one unless something is said; "at least none" says nothing. */
function bounds({ least, most }: LinkedRows): { least?: number; most?: number } {
  if (most === undefined) return { least: least ?? 1 };
  return least === undefined || least === 0 ? { most } : { least, most };
}

function inner(where: Condition | undefined, table: Described, tables: Tables) {
  if (where === undefined) return {};
  const condition = normalise(where, table, tables);
  return 'all' in condition && condition.all.length === 0 ? {} : { where: condition };
}

function valueTest(test: Test): Test {
  if ((test.op !== 'one-of' && test.op !== 'none-of') || test.values.length !== 1) return test;
  const { op, variable, values } = test;
  return { op: op === 'one-of' ? 'is' : 'is-not', variable, value: values[0] as string | number };
}

function momentTest(test: Test): Test {
  if (test.op !== 'at-least') return valueTest(test);
  return { op: 'on-or-after', variable: test.variable, value: String(test.value) };
}
