import { type Change, changeOf } from '../paired/change.ts';
import type { EffectSizeKind } from '../paired/effect-size.ts';
import { type Adjustment, pAdjust } from '../statistics/p-adjust.ts';
import type { OutcomeScore } from './outcome-scores.ts';
import { type Reliable, reliableOf } from './reliable.ts';

/** One score: its change, and what the change is worth. */
export interface OutcomeLine {
  score: OutcomeScore;
  change: Change;
  reliable: Reliable;
}

export interface OutcomeSettings {
  level: number;
  effect: EffectSizeKind;
  hedges: boolean;
  /** Assumed where a measure has no reliable change; 0 = none. */
  reliability: number;
  adjustment: Adjustment | null;
}

/** Changes with p adjusted over the t-tests of the table; ordered levels have no t. */
export function outcomeLines(
  scores: readonly OutcomeScore[],
  settings: OutcomeSettings,
): OutcomeLine[] {
  const lines = scores.map((score): OutcomeLine => {
    const change = changeOf(score.scores, settings);
    return {
      score,
      change: score.isOrdinal ? withoutMeans(change) : change,
      reliable: reliableOf(score, settings),
    };
  });
  if (settings.adjustment === null) return lines;
  const adjusted = pAdjust(
    lines.map(({ change }) => change.t?.p ?? null),
    settings.adjustment,
  );
  return lines.map((line, i) => ({
    ...line,
    change: { ...line.change, adjusted: adjusted[i] ?? null },
  }));
}

/** Ordered levels are not evenly spaced: their ranks are compared, never their means. */
function withoutMeans(change: Change): Change {
  const none = { mean: null, sd: null };
  return {
    ...change,
    before: { ...change.before, ...none },
    after: { ...change.after, ...none },
    change: { ...change.change, ...none },
    t: null,
    refused: 'levels are ordered and not evenly spaced',
    effect: { ...change.effect, value: null, ci: null },
  };
}
