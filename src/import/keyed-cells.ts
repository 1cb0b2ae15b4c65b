import type { CellPattern } from '../model/cell-pattern.ts';
import type { KeyTally } from './kernel/key-tally.ts';
import type { KeyedRun } from './keyed-run.ts';
import { BY_ITSELF, codeGroup } from './text-group.ts';

const ZERO = 0x30;

/** The numbers of a run that is kept by keys, counted by what the import asks about a number. */
export interface KeyedCells {
  /** One text for each group of numbers that are alike, and how many cells it stands for. */
  texts: string[];
  counts: number[];
  firstRows: number[];
  filled: number;
  distinct: number;
  /** What a key is divided by to be the number. */
  divisor: number;
}

/** Whether texts of this form are told apart by their keys as well as by themselves. */
export function isJudgedByKey({ template }: CellPattern): boolean {
  const example = template.map((byte) => byte || ZERO);
  return template.length === 0 || codeGroup(example, 0, example.length) !== BY_ITSELF;
}

/** Counts the keys in rows `from` up to `to` of a run. */
export function keyedCells(
  { pattern, first, numbers }: KeyedRun,
  from: number,
  to: number,
  tally: KeyTally,
): KeyedCells {
  tally.begin(pattern);
  for (const { at, numbers: keys } of numbers.stretches(from, to)) {
    tally.add(keys as Int32Array | Float64Array, first + at);
  }
  const { keys, counts, firstRows, filled, distinct } = tally.end();
  return {
    texts: Array.from(keys, (key) => pattern.text(key)),
    counts: [...counts],
    firstRows: [...firstRows],
    filled,
    distinct,
    divisor: 10 ** pattern.decimals,
  };
}
