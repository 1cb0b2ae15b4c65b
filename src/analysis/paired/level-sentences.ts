import { formatNumber, formatP } from '../../model/format.ts';
import { escapeRich } from '../../model/rich.ts';
import { percentText, shareWords } from '../parts/percent.ts';
import { count } from '../parts/words.ts';
import type { LevelChange } from './level-change.ts';
import { atTime } from './pair-times.ts';
import { directionWords } from './score-facts.ts';

/** "LOAF level (lower is better): *Mdn* = 2 at T1 and 2 at T2, *n* = 85, Wilcoxon *W*~+~ = …" */
export function apaLevels({ change, homogeneity }: LevelChange): string {
  const { scores, ranks, n, wilcoxonP } = change;
  const name = `${escapeRich(scores.label)} (${directionWords(scores.better)})`;
  if (n === 0) return `${name}: no pairs.`;
  const median = (value: number | null) => formatNumber(value, 'number');
  const { before, after } = scores.times;
  const middle = `*Mdn* = ${median(change.before.median)} ${atTime(escapeRich(before))} and ${median(change.after.median)} ${atTime(escapeRich(after))}, *n* = ${count(n)}`;
  if (wilcoxonP === null) return `${name}: ${middle}; no Wilcoxon test, nobody changed.`;
  const exact = change.wilcoxonMethod === 'exact' ? 'exact ' : '';
  const test = `Wilcoxon *W*~+~ = ${median(ranks.W_plus)}, *z* = ${formatNumber(ranks.z_no_cc, 'statistic')}, ${exact}${formatP(wilcoxonP)}, *r*~rb~ = ${formatNumber(ranks.rank_biserial_matched, 'correlation')}`;
  const margins = homogeneity
    ? `; Stuart–Maxwell χ²(${homogeneity.df}) = ${formatNumber(homogeneity.chisq, 'statistic')}, ${formatP(homogeneity.p)}`
    : '';
  return `${name}: ${middle}, ${test}${margins}.`;
}

/** "LOAF level: of 85 people with both scores, 29 (34 %) improved, 49 (58 %) the same, 7 (8 %) worse; lower is better." */
export function plainLevels({ change, outcomes }: LevelChange, unit: string): string {
  const { scores, n } = change;
  const base = `${shareWords(n, scores.eligible, escapeRich(unit))} have both scores.`;
  const name = escapeRich(scores.label);
  if (n === 0) return `${name}: ${base}`;
  const parts = outcomes.map(
    (outcome) => `${count(outcome.n)} (${percentText(outcome.n, n)}) ${outcome.words}`,
  );
  return `${name}: of ${count(n)} ${escapeRich(unit)}, ${parts.join(', ')}; ${directionWords(scores.better)}. ${base}`;
}
