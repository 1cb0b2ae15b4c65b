import type { RefusalRecord } from '../../model/refusal.ts';
import { chiSquareUpperTail } from '../numeric/chi-square.ts';
import { sum } from '../numeric/sum.ts';
import type { GroupSummary } from './group-summary.ts';
import { notComputable } from './read-input.ts';

export interface Bartlett {
  /** Null where nothing varies, and where one group does not and others do (K² is infinite, p is 0). */
  K2: number | null;
  df: number;
  p: number | null;
  refused?: RefusalRecord;
}

/** Bartlett's test of equal variances (Proceedings of the Royal Society A 160, 1937). */
export function bartlett(groups: readonly GroupSummary[]): Bartlett {
  const df = groups.length - 1;
  const refuse = (p: number | null, reason: string): Bartlett => ({
    K2: null,
    df,
    p,
    refused: notComputable('Bartlett', reason).toRecord(),
  });
  const single = groups.findIndex(({ n }) => n < 2);
  if (single >= 0) return refuse(null, `group ${single + 1} has only 1 value.`);
  const rest = sum(groups.map(({ n }) => n - 1));
  const pooled = sum(groups.map(({ n, variance }) => (n - 1) * (variance ?? 0))) / rest;
  if (!(pooled > 0)) return refuse(null, 'the values do not vary within the groups.');
  const flat = groups.findIndex(({ variance }) => variance === 0);
  if (flat >= 0) return refuse(0, `the values of group ${flat + 1} do not vary.`);
  const distance = sum(
    groups.map(({ n, variance }) => (n - 1) * Math.log(pooled / (variance ?? pooled))),
  );
  const correction = 1 + (sum(groups.map(({ n }) => 1 / (n - 1))) - 1 / rest) / (3 * df);
  const K2 = Math.max(0, distance / correction);
  return { K2, df, p: chiSquareUpperTail(K2, df) };
}
