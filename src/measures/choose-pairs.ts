import { valueAt } from '../model/column.ts';
import { columnNamed, type Frame, variableNamed } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { PairRule } from '../model/table.ts';
import { dayAt, timesOf } from './form.ts';

/** The forms of one person that are compared: 0-based rows of the scores. */
export interface Pair {
  person: string;
  before?: number;
  after?: number;
}

export interface Chosen {
  pairs: Pair[];
  notEligible: number;
  repeated: number;
}

/**
 * Which forms make the pairs: one entry an eligible person, in the order given. Of several forms at
 * one time point the first by date is used (undated ones last), then the first in the table.
 *
 * @throws Refusal when a time point of the rule does not occur
 */
export function choosePairs(
  scores: Frame,
  rule: PairRule,
  eligible: readonly string[],
  dateName: string | undefined,
): Chosen {
  checkTimes(scores, rule);
  const people = columnNamed(scores, rule.person);
  const times = columnNamed(scores, rule.time);
  const dates = dateName === undefined ? undefined : columnNamed(scores, dateName);
  const pairs = new Map(eligible.map((person): [string, Pair] => [person, { person }]));
  const day = (row: number) => dayAt(dates, row) ?? Number.POSITIVE_INFINITY;
  let notEligible = 0;
  let repeated = 0;
  for (let row = 0; row < scores.rows; row++) {
    const time = String(valueAt(times, row));
    const slot = time === rule.before ? 'before' : time === rule.after ? 'after' : undefined;
    if (slot === undefined) continue;
    const pair = pairs.get(String(valueAt(people, row) ?? ''));
    if (pair === undefined) {
      notEligible++;
      continue;
    }
    const other = pair[slot];
    if (other !== undefined) repeated++;
    if (other === undefined || day(row) < day(other)) pair[slot] = row;
  }
  return { pairs: [...pairs.values()], notEligible, repeated };
}

function checkTimes(scores: Frame, { time, before, after }: PairRule): void {
  const column = columnNamed(scores, time);
  const met = new Set<string>();
  for (let row = 0; row < scores.rows; row++) {
    const value = valueAt(column, row);
    if (value !== null) met.add(String(value));
  }
  const known = timesOf(variableNamed(scores, time), met).map((entry) => entry.value);
  const absent = [before, after].find((wanted) => !known.includes(wanted));
  if (absent === undefined && before !== after) return;
  const fault =
    absent === undefined
      ? `“${before}” cannot be compared with itself.`
      : `There is no time point “${absent}” in the scores.`;
  throw new Refusal('unknown-time-point', fault, {
    hint: `The time points are: ${known.join(', ')}.`,
    where: { column: time },
  });
}
