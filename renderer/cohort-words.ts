import { conditionSentence } from '../src/cohort/sentence.ts';
import type { Condition } from '../src/model/condition.ts';
import { EVERYONE } from '../src/model/condition.ts';
import { Refusal } from '../src/model/refusal.ts';
import type { TableInfo } from '../src/model/table.ts';

/** The parts of a condition that stand side by side: one chip each. */
export function partsOf(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all : [condition];
}

/** All of the parts, as one condition. */
export function together(parts: readonly Condition[]): Condition {
  const [only] = parts;
  if (only === undefined) return EVERYONE;
  return parts.length === 1 ? only : { all: parts };
}

/** A condition as a chip says it: "Outcome is Accepted". */
export function chipWords(condition: Condition, table: TableInfo): string {
  try {
    const sentence = conditionSentence(condition, table.variables, table.unit);
    const lead = `${table.unit} where `;
    return sentence.startsWith(lead) ? sentence.slice(lead.length) : sentence;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** A name for a cohort that no other has: "accepted-before-birth", "accepted-before-birth-2". */
export function cohortName(label: string, taken: readonly string[]): string {
  const stem = label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const base = stem || 'cohort';
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(name)) return name;
  }
}
