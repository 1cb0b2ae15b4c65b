import { ascending, floats } from '../numeric/floats.ts';
import { mean, standardDeviation } from '../numeric/moments.ts';
import { quantile } from '../numeric/quantile.ts';
import { type Normality, normalityTest } from '../statistics/normality.ts';
import { type PairedT, tPaired } from '../statistics/t-paired.ts';
import {
  type SignedRankTest,
  signedRankTest,
  tieTolerance,
} from '../statistics/wilcoxon-signed-rank.ts';
import { type EffectSize, type EffectSizeKind, effectSize, effectSymbol } from './effect-size.ts';
import type { PairedScores } from './paired-scores.ts';

/** Below this no t-test; below the other a caution. A convention, not a theorem. */
export const FEWEST_PAIRS = 5;
export const FEW_PAIRS = 20;

export interface Spread {
  mean: number | null;
  sd: number | null;
  median: number | null;
  q1: number | null;
  q3: number | null;
}

/** Everything that is computed about the change of one measure. Change = after − before. */
export interface Change {
  scores: PairedScores;
  n: number;
  before: Spread;
  after: Spread;
  change: Spread;
  /** Null with the reason in `refused`. */
  t: (PairedT & { t: number; p: number }) | null;
  refused: string;
  effect: EffectSize;
  ranks: SignedRankTest;
  wilcoxonP: number | null;
  /** How that p was computed. */
  wilcoxonMethod: 'exact' | 'normal approximation with continuity correction';
  normality: Normality | null;
  normalityRefused: string;
  up: number;
  down: number;
  same: number;
  /** p of the primary test, adjusted in its family; null without adjustment. */
  adjusted: number | null;
}

export interface ChangeSettings {
  level: number;
  effect: EffectSizeKind;
  hedges: boolean;
}

export function changeOf(scores: PairedScores, { level, effect, hedges }: ChangeSettings): Change {
  const [before, after] = [floats(scores.before), floats(scores.after)];
  const n = before.length;
  const tolerance = tieTolerance(before, after);
  const differences = new Float64Array(n);
  for (let i = 0; i < n; i++) differences[i] = (after[i] as number) - (before[i] as number);
  const computed = n >= FEWEST_PAIRS ? tPaired(after, before, level) : null;
  const t =
    computed && computed.t !== null && computed.p !== null
      ? { ...computed, t: computed.t, p: computed.p }
      : null;
  const ranks = signedRankTest(differences, tolerance);
  return {
    scores,
    n,
    before: spread(before),
    after: spread(after),
    change: zeroed(spread(differences), tolerance),
    t,
    refused:
      n < FEWEST_PAIRS
        ? `fewer than ${FEWEST_PAIRS} pairs`
        : 'every pair changed by the same amount',
    effect: t
      ? effectSize(t, effect, hedges, level)
      : { symbol: effectSymbol(effect, hedges), value: null, ci: null },
    ranks,
    wilcoxonP: ranks.p_exact ?? ranks.p_asymptotic_cc,
    wilcoxonMethod:
      ranks.p_exact === null ? 'normal approximation with continuity correction' : 'exact',
    ...normalityOf(differences, tolerance),
    ...sidesOf(differences, tolerance),
    adjusted: null,
  };
}

function normalityOf(differences: Float64Array, tolerance: number) {
  const [first = 0] = differences;
  if (differences.every((d) => Math.abs(d - first) <= tolerance))
    return { normality: null, normalityRefused: 'the change does not vary' };
  if (differences.length < 3) return { normality: null, normalityRefused: 'fewer than 3 pairs' };
  return { normality: normalityTest(differences.length).of(differences), normalityRefused: '' };
}

function sidesOf(differences: Float64Array, tolerance: number) {
  let up = 0;
  let down = 0;
  for (let i = 0; i < differences.length; i++) {
    const d = differences[i] as number;
    if (d > tolerance) up++;
    else if (d < -tolerance) down++;
  }
  return { up, down, same: differences.length - up - down };
}

function spread(values: Float64Array): Spread {
  const sorted = ascending(values);
  const some = values.length > 0;
  return {
    mean: some ? mean(values) : null,
    sd: standardDeviation(values),
    median: some ? quantile(sorted, 0.5) : null,
    q1: some ? quantile(sorted, 0.25) : null,
    q3: some ? quantile(sorted, 0.75) : null,
  };
}

/** What rounding left of a mean change of nothing is nothing. */
function zeroed(change: Spread, tolerance: number): Spread {
  return change.mean !== null && Math.abs(change.mean) <= tolerance
    ? { ...change, mean: 0 }
    : change;
}
