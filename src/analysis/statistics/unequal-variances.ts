import { fUpperTail } from '../numeric/f-distribution.ts';
import { satterthwaiteDf } from '../numeric/satterthwaite.ts';
import { sum } from '../numeric/sum.ts';
import { type FTest, noFTest } from './f-test.ts';
import type { GroupSummary } from './group-summary.ts';

/** Welch's test of equal means, each group weighted by n/s² (B. L. Welch, Biometrika 38, 1951). */
export function welchAnova(groups: readonly GroupSummary[]): FTest {
  const k = groups.length;
  const flat = groups.findIndex(({ variance }) => !variance);
  if (flat >= 0) return noFTest('Welch', k - 1, withoutVariance(groups, flat));
  const weights = groups.map(({ n, variance }) => n / (variance ?? 1));
  const all = sum(weights);
  const origin = groups[weights.indexOf(Math.max(...weights))]?.mean ?? 0;
  const means = groups.map((group) => group.mean - origin);
  const centre = sum(means.map((value, i) => (weights[i] ?? 0) * value)) / all;
  const spread = sum(groups.map(({ n }, i) => (1 - (weights[i] ?? 0) / all) ** 2 / (n - 1)));
  const lambda = spread / (k * k - 1);
  const between = sum(means.map((value, i) => (weights[i] ?? 0) * (value - centre) ** 2));
  const F = between / ((k - 1) * (1 + 2 * (k - 2) * lambda));
  const df2 = 1 / (3 * lambda);
  return { F, df1: k - 1, df2, p: fUpperTail(F, k - 1, df2) };
}

/** Brown and Forsythe's F* (Technometrics 16, 1974). @param ssBetween of the analysis of variance */
export function brownForsythe(groups: readonly GroupSummary[], ssBetween: number): FTest {
  const df1 = groups.length - 1;
  const name = 'Brown–Forsythe';
  const single = groups.findIndex(({ variance }) => variance === null);
  if (single >= 0) return noFTest(name, df1, withoutVariance(groups, single));
  const n = sum(groups.map((group) => group.n));
  const parts = groups.map((group) => (1 - group.n / n) * (group.variance ?? 0));
  const rest = sum(parts);
  if (!(rest > 0)) return noFTest(name, df1, 'the values do not vary within the groups.');
  const F = ssBetween / rest;
  const df2 = satterthwaiteDf(
    parts.map((part) => part / rest),
    groups.map((group) => group.n - 1),
  );
  return { F, df1, df2, p: fUpperTail(F, df1, df2) };
}

function withoutVariance(groups: readonly GroupSummary[], i: number): string {
  return groups[i]?.variance === null
    ? `group ${i + 1} has only 1 value.`
    : `the values of group ${i + 1} do not vary.`;
}
