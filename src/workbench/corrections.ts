import { tableToCorrect } from '../model/cleaned-table.ts';
import type { Step } from '../model/table.ts';
import { countRule } from '../quality/count-rule.ts';
import { fixStep } from '../quality/fix-step.ts';
import { kindOf } from '../quality/rule-kinds.ts';
import { variablesOf } from '../quality/variables-of.ts';
import { readTables, type StoredTable } from '../store/tables.ts';
import { openCheckedTables } from './checked-table.ts';
import type { Context } from './context.ts';
import { sourceRows } from './corrected-rows.ts';
import { chosen, openFailing } from './failing-rows.ts';
import { rulesOf } from './quality.ts';
import { ruleNamed } from './rules.ts';

/** Where a failing row is corrected: in the table made from its own, or in its own while there is none. */
export function placeToCorrect(
  context: Context,
  input: { rule: string; row: number },
): { table: string; row: number | null } {
  const failing = openFailing(context, input.rule);
  chosen(failing, [input.row]);
  const { test, table: from } = failing.rule;
  const table = toCorrect(context, from, variablesOf(test));
  if (table.name === failing.data.name) return { table: table.name, row: input.row };
  const at = sourceRows(context, table)?.indexOf(input.row) ?? -1;
  return { table: table.name, row: at < 0 ? null : at + 1 };
}

/** The step that would put right what a rule complains of, and the table that gets it; null where none is plain. */
export function suggestFix(
  context: Context,
  input: { rule: string },
): { table: string; step: Step } | null {
  const tables = openCheckedTables(context);
  const rule = ruleNamed(rulesOf(context, tables), input.rule);
  if (kindOf(rule.test).asks !== 'rows') return null;
  const table = toCorrect(context, rule.table, variablesOf(rule.test));
  const data = tables.checked(table.name);
  // What is settled already needs no step.
  const step = countRule(rule, data).n > 0 && fixStep(rule.test, data.table);
  return step ? { table: table.name, step } : null;
}

function toCorrect(context: Context, from: string, variables: readonly string[]): StoredTable {
  const tables = readTables(context.project.db);
  return tableToCorrect(tables, context.table(from).name, variables) ?? context.table(from);
}
