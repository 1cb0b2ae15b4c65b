import * as v from 'valibot';
import { toCodes } from '../columns/to-codes.ts';
import { Refusal } from '../model/refusal.ts';
import type { ValueLabel, Variable } from '../model/variable.ts';
import { heldOf, replaceVariable } from './edit-frame.ts';
import { name, text } from './parameters.ts';
import { countPresent, recode } from './recode.ts';
import { defineStep, share } from './step.ts';

/** Merges spellings, compared exactly as text. The variable is a category afterwards. */
export const mapValues = defineStep({
  label: 'Merge spellings',
  about: 'Makes one spelling of several.',
  words: ['recode', 'cluster', 'misspellings', 'variants'],
  schema: v.strictObject({ variable: name, map: v.record(text, text) }),
  apply(frame, parameters) {
    const kinds = ['category', 'text', 'identifier', 'integer', 'yesno'] as const;
    const { variable, column, index } = heldOf(frame, parameters.variable, kinds);
    const coded = toCodes(column);
    const map = new Map(Object.entries(parameters.map));
    for (const [from, to] of map) if (to.trim() === '') refuseNothing(from, variable.name);
    const {
      column: merged,
      changed,
      found,
    } = recode(coded, (value) => ({
      text: map.get(value) ?? value,
    }));
    const became: Variable = {
      ...variable,
      kind: 'category',
      level: variable.level === 'ordinal' ? 'ordinal' : 'nominal',
      values: mapDeclared(variable.values, map),
    };
    const values = share(changed, countPresent(column), `values of ${variable.label}`);
    return {
      frame: replaceVariable(frame, index, became, merged),
      cellsChanged: changed,
      sentence: `Merged spellings: ${values} changed${listOf(map, found)}.`,
    };
  },
});

function refuseNothing(from: string, column: string): never {
  throw new Refusal('bad-parameter', `It is not said what “${from}” becomes.`, {
    hint: 'What is not a value is taken out with its reason by the step “Set missing”.',
    where: { option: 'map', column },
  });
}

/** Declared values keep their order; what is merged away goes, what is new comes at the end. */
function mapDeclared(
  values: readonly ValueLabel[],
  map: ReadonlyMap<string, string>,
): readonly ValueLabel[] {
  if (values.length === 0) return values;
  const gone = (value: string) => (map.get(value) ?? value) !== value;
  const kept = values.filter((entry) => !gone(entry.value));
  const known = new Set(kept.map((entry) => entry.value));
  const added = new Set([...map.values()].filter((to) => !known.has(to)));
  return [...kept, ...[...added].map((value) => ({ value, label: value }))];
}

const MOST = 8;

function listOf(map: ReadonlyMap<string, string>, found: ReadonlyMap<string, number>): string {
  const entries = [...map].map(([from, to]) => ({ from, to, n: found.get(from) ?? 0 }));
  const used = entries.filter((entry) => entry.n > 0);
  const absent = entries.filter((entry) => entry.n === 0).map((entry) => `“${entry.from}”`);
  const parts = used.slice(0, MOST).map(({ from, to, n }) => `“${from}” to “${to}” ${n}`);
  if (used.length > MOST) parts.push(`${used.length - MOST} more`);
  if (absent.length > 0) parts.push(`not found: ${absent.slice(0, MOST).join(', ')}`);
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}
