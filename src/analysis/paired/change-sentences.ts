import { formatInterval, formatNumber, formatP } from '../../model/format.ts';
import { escapeRich } from '../../model/rich.ts';
import { count, meanSd, percentLevel, pointFormat } from '../parts/words.ts';
import type { Change } from './change.ts';
import { directionWords } from './score-facts.ts';

export type Primary = 't' | 'wilcoxon';

export interface SentenceSettings {
  level: number;
  primary: Primary;
  /** "Holm", "BH"; '' without adjustment. */
  adjustment: string;
  unit: string;
}

/** "Warmth (higher is better) was higher at T2 (*M* = …) than at T1 (*M* = …), …, *t*(58) = 3.25, …" */
export function apaChange(change: Change, settings: SentenceSettings): string {
  const { scores, n } = change;
  const name = `${escapeRich(scores.label)} (${directionWords(scores.better)})`;
  if (change.change.mean === null)
    return `${name}: no pairs among ${count(scores.eligible)} ${settings.unit}.`;
  const test =
    settings.primary === 't' ? tWords(change, settings) : wilcoxonWords(change, settings);
  const { before, after } = scores.times;
  const word = comparison(change);
  const at2 = `was ${word} at ${escapeRich(after)} (${meanSd(change.after)})`;
  const at1 = `${word === 'the same' ? 'as' : 'than'} at ${escapeRich(before)} (${meanSd(change.before)})`;
  const amount = formatNumber(change.change.mean, 'mean');
  return `${name} ${at2} ${at1}, *n* = ${count(n)}, mean change ${amount}${test}.`;
}

function tWords({ t, effect, refused, adjusted }: Change, settings: SentenceSettings): string {
  if (!t) return `; no *t*-test, ${refused}`;
  const [low, high] = t.ci;
  const ci =
    low === null || high === null
      ? ''
      : `, ${formatInterval({ level: settings.level, low, high, method: '' }, 'mean')}`;
  const statistic = `*t*(${t.df}) = ${formatNumber(t.t, 'statistic')}, ${formatP(t.p)}`;
  return `${ci}, ${statistic}${adjustedWords(adjusted, settings)}${effectWords(effect)}`;
}

function effectWords({ symbol, value, ci }: Change['effect']): string {
  if (value === null) return '';
  return `, ${symbol} = ${formatNumber(value, 'statistic')}${ci ? `, ${formatInterval(ci, 'statistic')}` : ''}`;
}

function wilcoxonWords(
  { ranks, wilcoxonP, wilcoxonMethod, adjusted }: Change,
  settings: SentenceSettings,
): string {
  if (wilcoxonP === null || ranks.z_no_cc === null) return '; no Wilcoxon test, nobody changed';
  const exact = wilcoxonMethod === 'exact' ? 'exact ' : '';
  const w = `*W*~+~ = ${formatNumber(ranks.W_plus, 'number')}`;
  const z = `*z* = ${formatNumber(ranks.z_no_cc, 'statistic')}`;
  const size = `*r*~rb~ = ${formatNumber(ranks.rank_biserial_matched, 'correlation')}`;
  return `; Wilcoxon ${w}, ${z}, ${exact}${formatP(wilcoxonP)}${adjustedWords(adjusted, settings)}, ${size}`;
}

function adjustedWords(p: number | null, { adjustment }: SentenceSettings): string {
  if (p === null || adjustment === '') return '';
  return `, ${formatP(p).replace('*p*', `*p*~${adjustment}~`)}`;
}

function comparison({ change }: Change): 'higher' | 'lower' | 'the same' {
  if (change.mean === null || change.mean === 0) return 'the same';
  return change.mean > 0 ? 'higher' : 'lower';
}

/** "On average 2.6 points higher after than before (95 % CI 1.0 to 4.1); higher is better. 12 of 12 people have both scores." */
export function plainChange(change: Change, settings: SentenceSettings, several: boolean): string {
  const { scores, n } = change;
  const start = several ? `${scores.label}: on average` : 'On average';
  const base = `${count(n)} of ${count(scores.eligible)} ${settings.unit} have both scores.`;
  if (change.change.mean === null) return `${several ? `${scores.label}: ` : ''}${base}`;
  if (settings.primary === 'wilcoxon') {
    return `${several ? `${scores.label}: ` : ''}${ranksWords(change)}; ${directionWords(scores.better)}. ${base}`;
  }
  return `${start} ${changeWords(change, settings.level)}; ${directionWords(scores.better)}. ${base}`;
}

function changeWords(change: Change, level: number): string {
  const { mean } = change.change;
  const [low, high] = change.t?.ci ?? [null, null];
  const points = pointFormat([mean ?? 0]);
  const size =
    comparison(change) === 'the same'
      ? 'the same'
      : `${points(mean ?? 0)} points ${comparison(change)}`;
  const words = `${size} after ${comparison(change) === 'the same' ? 'as' : 'than'} before`;
  if (low === null || high === null) return words;
  const ci = `${percentLevel(level)} CI`;
  if (low >= 0) return `${words} (${ci} ${points(low)} to ${points(high)})`;
  if (high <= 0) return `${words} (${ci} ${points(high)} to ${points(low)})`;
  return `${words} (${ci} from ${points(low)} lower to ${points(high)} higher, so no change is possible too)`;
}

function ranksWords({ n, up, down, same }: Change): string {
  return `${count(up)} of ${count(n)} scored higher after than before, ${count(same)} the same, ${count(down)} lower`;
}
