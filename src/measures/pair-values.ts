import type { Column } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import type { PairRule } from '../model/table.ts';
import { valueLabel } from '../model/variable.ts';
import type { Pair } from './choose-pairs.ts';

export type Side = 'before' | 'after';

export const NO_DATE = 'no date';

/** The rule with what the time points are called: their labels, where the scores have some that tell them apart. */
export function spokenRule({ variables }: Frame, rule: PairRule): PairRule {
  const time = variables.find(({ name }) => name === rule.time);
  if (time === undefined || (rule.choose ?? 'time-points') !== 'time-points') return rule;
  const [before, after] = [valueLabel(time, rule.before), valueLabel(time, rule.after)];
  const isSame = before === rule.before && after === rule.after;
  return isSame || before === after ? rule : { ...rule, before, after };
}

/** Which forms a person has. */
export function stateOf({ before, after, excluded }: Pair): Side | 'both' | 'neither' | 'excluded' {
  if (excluded !== undefined) return 'excluded';
  if (before !== undefined) return after === undefined ? 'before' : 'both';
  return after === undefined ? 'neither' : 'after';
}

/** The same in the words of the rule. */
export function statusWords({ before, after }: PairRule) {
  return {
    both: 'Both',
    before: `${before} only`,
    after: `${after} only`,
    neither: 'Neither',
    excluded: 'Excluded',
  };
}

/** One value a person, or why there is none: no form on that side, or `absent` on the form itself. */
export function valuesAt(
  side: Side,
  column: Column,
  pairs: readonly Pair[],
  rule: PairRule,
  absent: string,
): (number | string)[] {
  const words = { ...statusWords(rule), neither: 'neither form' };
  return pairs.map((pair) => {
    if (pair.excluded !== undefined) return pair.excluded;
    const row = pair[side];
    if (row === undefined) return words[stateOf(pair)];
    if (column.type === 'codes' || column.missing[row] !== 0) return absent;
    return column.values[row] ?? absent;
  });
}

/** Days from before to after, or why they are not known. */
export function daysBetween(
  dates: Column,
  pairs: readonly Pair[],
  rule: PairRule,
): (number | string)[] {
  const before = valuesAt('before', dates, pairs, rule, NO_DATE);
  const after = valuesAt('after', dates, pairs, rule, NO_DATE);
  return before.map((start, i) => {
    const end = after[i] ?? NO_DATE;
    if (typeof start === 'string') return start;
    return typeof end === 'string' ? end : end - start;
  });
}

/** null of no values. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}
