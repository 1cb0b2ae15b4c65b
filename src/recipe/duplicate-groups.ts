import { groupRows } from '../columns/group-rows.ts';
import { toCodes } from '../columns/to-codes.ts';
import type { CodeColumn, Column } from '../model/column.ts';
import { editDistance } from '../model/edit-distance.ts';
import type { Frame } from '../model/frame.ts';
import { plainText } from '../model/plain-text.ts';
import { Refusal } from '../model/refusal.ts';
import { nearPairs } from './cluster/near-pairs.ts';

const MOST_COMPARISONS = 20_000_000;

export interface DuplicateRule {
  /** Columns that have to agree. */
  by: readonly Column[];
  /** A missing value in one of `by` agrees with nothing; else missing agrees with missing. */
  known: boolean;
  /** Columns that have to agree but for some edits, capitals and punctuation aside. */
  near: readonly Column[];
  edits: number;
}

/** A number for each row, the same for rows that are the same by the rule. */
export function duplicateGroups(frame: Frame, rule: DuplicateRule): Uint32Array {
  const { group, groups } = groupRows(rule.by, frame.rows);
  const isOpen = (row: number) =>
    (rule.known && rule.by.some(({ missing }) => missing[row] !== 0)) ||
    rule.near.some(({ missing }) => missing[row] !== 0);
  const exact = group.map((own, row) => (isOpen(row) ? groups + row : own));
  return rule.near.length === 0
    ? exact
    : nearGroups(exact, rule.near.map(toCodes), isOpen, rule.edits);
}

function nearGroups(
  exact: Uint32Array,
  near: readonly CodeColumn[],
  isOpen: (row: number) => boolean,
  edits: number,
): Uint32Array {
  const texts = near.map(({ dictionary }) => dictionary.map(plainText));
  const textOf = (at: number, row: number) => texts[at]?.[near[at]?.codes[row] ?? 0] ?? '';
  const rowsOf = new Map<string, number[]>();
  for (let row = 0; row < exact.length; row++) {
    if (isOpen(row)) continue;
    const text = textOf(0, row);
    const rows = rowsOf.get(text);
    if (rows) rows.push(row);
    else rowsOf.set(text, [row]);
  }
  const distinct = [...rowsOf.keys()];
  const pairs: [number, number][] = [...distinct.keys()].map((at) => [at, at]);
  pairs.push(...nearPairs(distinct, () => edits));
  const parent = Uint32Array.from(exact, (_, row) => row);
  const root = (row: number): number => {
    let top = row;
    while (parent[top] !== top) top = parent[top] ?? top;
    parent[row] = top;
    return top;
  };
  let compared = 0;
  for (const [a, b] of pairs) {
    const [left = [], right = []] = [rowsOf.get(distinct[a] ?? ''), rowsOf.get(distinct[b] ?? '')];
    compared += left.length * right.length;
    if (compared > MOST_COMPARISONS) {
      throw new Refusal(
        'too-many-pairs',
        'Too many rows are nearly the same: they cannot all be compared.',
        {
          hint: 'Give a variable in which rows have to agree exactly, such as a date of birth.',
          where: { option: 'near' },
        },
      );
    }
    for (const row of left) {
      for (const other of right) {
        if (other === row || exact[row] !== exact[other] || root(row) === root(other)) continue;
        const isNear = near.every(
          (_, at) => at === 0 || editDistance(textOf(at, row), textOf(at, other), edits) <= edits,
        );
        if (isNear) parent[Math.max(root(row), root(other))] = Math.min(root(row), root(other));
      }
    }
  }
  return Uint32Array.from(exact, (_, row) => root(row));
}
