import type { PairedScores } from '../paired/paired-scores.ts';
import type { Reliable } from './reliable.ts';

/**
 * NHS England's rule over several scores of a person: improved when any score improved and none
 * deteriorated, deteriorated when any did, else no change. Null below two scores.
 */
export function overallClasses(
  judged: readonly { scores: PairedScores; reliable: Reliable }[],
): { n: number; improved: number; same: number; worse: number } | null {
  const can = judged.filter(({ reliable }) => reliable.classes.length > 0);
  if (can.length < 2) return null;
  const rows = can[0]?.scores.reasons.codes.length ?? 0;
  const next = can.map(() => 0);
  const total = { n: 0, improved: 0, same: 0, worse: 0 };
  for (let row = 0; row < rows; row++) {
    const classes = can.flatMap(({ scores, reliable }, k) => {
      if (scores.reasons.codes[row] !== 0) return [];
      const found = reliable.classes[next[k] ?? 0];
      next[k] = (next[k] ?? 0) + 1;
      return found === undefined ? [] : [found];
    });
    if (classes.length === 0) continue;
    total.n++;
    if (classes.includes('worse')) total.worse++;
    else if (classes.includes('improved')) total.improved++;
    else total.same++;
  }
  return total;
}
