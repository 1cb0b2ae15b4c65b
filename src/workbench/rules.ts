import type * as v from 'valibot';
import { ruleFile } from '../contract/schemas/quality.ts';
import type { Artifact } from '../model/project.ts';
import type { Rule, RuleTrial } from '../model/quality.ts';
import { Refusal } from '../model/refusal.ts';
import { countRule } from '../quality/count-rule.ts';
import { kindOf } from '../quality/rule-kinds.ts';
import { readJson } from '../read-json.ts';
import { writeJournal } from '../store/journal.ts';
import { writeRules } from '../store/quality.ts';
import { inTransactionNow } from '../store/transaction.ts';
import { openCheckedTables } from './checked-table.ts';
import type { Context } from './context.ts';
import { addSuggested, rulesOf } from './quality.ts';

/** @throws Refusal `unknown-rule` */
export function ruleNamed(rules: readonly Rule[], id: string): Rule {
  const found = rules.find((rule) => rule.id === id);
  if (found) return found;
  throw new Refusal('unknown-rule', `There is no rule “${id}”.`, {
    hint: 'It may have been removed: look at the rules again.',
    where: { option: 'rule' },
  });
}

/** Changes the list of rules in one transaction with its journal entry. */
function changeRules(
  context: Context,
  change: (rules: readonly Rule[]) => readonly Rule[],
  sentence: (rules: readonly Rule[]) => string,
): readonly Rule[] {
  const { db } = context.project;
  return inTransactionNow(context.project, () => {
    const rules = change(rulesOf(context));
    writeRules(db, rules);
    writeJournal(db, 'rules', sentence(rules));
    return rules;
  });
}

export function saveRule(context: Context, { rule }: { rule: Rule }): readonly Rule[] {
  tryRule(context, rule);
  return changeRules(
    context,
    (rules) => withRule(rules, rule),
    () => `Kept the rule ${rule.id}: ${sentenceOf(context, rule)}${rule.on ? '' : ' (off)'}.`,
  );
}

export function removeRule(context: Context, { id }: { id: string }): readonly Rule[] {
  const rule = ruleNamed(rulesOf(context), id);
  return changeRules(
    context,
    (rules) => rules.filter((each) => each.id !== id),
    () => `Removed the rule ${rule.id}.`,
  );
}

export function suggestMore(context: Context): readonly Rule[] {
  const before = rulesOf(context).length;
  return changeRules(
    context,
    () => addSuggested(context, openCheckedTables(context), { made: true }),
    (rules) => `Added ${rules.length - before} suggested rules.`,
  );
}

export function exportRules(context: Context): Artifact {
  const text = `${JSON.stringify({ format: 'attune-rules/1', rules: rulesOf(context) }, null, 2)}\n`;
  return { name: 'rules.json', mime: 'application/json', bytes: new TextEncoder().encode(text) };
}

/** Rules from a file: of tables that the project lacks they wait until it has them. */
export function importRules(context: Context, { file }: { file: string }): readonly Rule[] {
  const { rules: fresh } = readJson(file, ruleFile) as v.InferOutput<typeof ruleFile>;
  return changeRules(
    context,
    (rules) => fresh.reduce<readonly Rule[]>(withRule, rules),
    () => `Read ${fresh.length} rules from a file.`,
  );
}

function withRule(rules: readonly Rule[], rule: Rule): readonly Rule[] {
  return rules.some(({ id }) => id === rule.id)
    ? rules.map((each) => (each.id === rule.id ? rule : each))
    : [...rules, rule];
}

/** What a rule would find. One that cannot be run is refused: before it is kept, too. */
export function tryRule(context: Context, rule: Rule): RuleTrial {
  const tables = openCheckedTables(context);
  const data = tables.checked(rule.table);
  const kind = kindOf(rule.test);
  for (const name of namedIn(rule)) data.table.column(name);
  const sentence = rule.label ?? kind.sentence(rule.test, tables.words(data.name));
  return { sentence, ...countRule(rule, data) };
}

/** A rule that does not fit its table any more has no sentence. */
export function ruleSentences(context: Context): Record<string, string> {
  const tables = openCheckedTables(context);
  return Object.fromEntries(
    rulesOf(context).flatMap((rule): [string, string][] => {
      if (rule.label !== undefined) return [[rule.id, rule.label]];
      try {
        return [[rule.id, kindOf(rule.test).sentence(rule.test, tables.words(rule.table))]];
      } catch (error) {
        if (error instanceof Refusal) return [];
        throw error;
      }
    }),
  );
}

function namedIn({ test }: Rule): string[] {
  return [
    ...('variable' in test ? [test.variable] : []),
    ...('variables' in test ? test.variables : []),
  ];
}

function sentenceOf(context: Context, rule: Rule): string {
  return (
    rule.label ??
    kindOf(rule.test).sentence(rule.test, openCheckedTables(context).words(rule.table))
  );
}
