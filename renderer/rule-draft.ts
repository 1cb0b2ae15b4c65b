import type { Rule, RuleKindFacts, RuleTest } from '../src/model/quality.ts';

/** A rule on its way: what was filled in so far, by the keys of its kind's fields. */
export type RuleDraft = Readonly<Record<string, unknown>>;

/** Whether every part that the kind needs is there. */
export function isWhole(kind: RuleKindFacts, draft: RuleDraft): boolean {
  return kind.fields.every(({ key, optional }) => {
    const value = draft[key];
    if (optional) return true;
    if (Array.isArray(value)) return value.length > 0;
    return value !== undefined && value !== null && value !== '';
  });
}

/** The rule that a whole draft makes; changed, it keeps its id and what was decided about it. */
export function ruleFrom(
  table: string,
  kind: RuleKindFacts,
  draft: RuleDraft,
  rules: readonly Rule[],
  start: Rule | null = null,
): Rule {
  const parts = Object.entries(draft).filter(
    ([, value]) =>
      value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  const test = { kind: kind.kind, ...Object.fromEntries(parts) } as RuleTest;
  if (start !== null && start.table === table && start.test.kind === kind.kind) {
    // The words of a suggested rule may say its limits.
    const { label: _, ...rest } = start;
    return { ...rest, test };
  }
  const base = `${table}.own.${kind.kind}`;
  const taken = new Set(rules.map(({ id }) => id));
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}.${n}`;
  const { severity, dimension } = kind;
  return { id, table, test, severity, dimension, from: 'person', on: true };
}
