import { formatInterval, formatNumber, formatP } from '../../model/format.ts';
import { escapeRich } from '../../model/rich.ts';
import { capital, count, meanSd, percentLevel, pointFormat } from '../parts/words.ts';
import type { Change } from './change.ts';
import { atTime } from './pair-times.ts';
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
  const amount = formatNumber(change.change.mean, 'mean');
  const word = comparison(change.change.mean, isNothing(amount));
  const at2 = `was ${word} ${atTime(escapeRich(after))} (${meanSd(change.after)})`;
  const at1 = `${than(word)} ${atTime(escapeRich(before))} (${meanSd(change.before)})`;
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

type Comparison = 'higher' | 'lower' | 'the same' | 'about the same';

/** @param rounded whether the change rounds to nothing */
function comparison(change: number, rounded: boolean): Comparison {
  if (change === 0) return 'the same';
  if (rounded) return 'about the same';
  return change > 0 ? 'higher' : 'lower';
}

function than(word: Comparison): 'as' | 'than' {
  return word === 'higher' || word === 'lower' ? 'than' : 'as';
}

/** "0.00", "−0.0" */
function isNothing(amount: string): boolean {
  return !/[1-9]/.test(amount);
}

/**
 * "On average 2.6 points higher after than before (95 % CI 1.0 to 4.1); higher is better. 12 of 12
 * people have both scores." Of several measures each begins with its name; when all have as many
 * pairs, that is said once, at the end.
 */
export function plainChanges(changes: readonly Change[], settings: SentenceSettings): string {
  const several = changes.length > 1;
  const bases = changes.map(({ scores, n }) => {
    const pairs = `${count(n)} of ${count(scores.eligible)} ${escapeRich(settings.unit)}`;
    return `${pairs} have both scores`;
  });
  const [base] = bases;
  if (several && new Set(bases).size === 1) {
    const each = changes.flatMap((change) => plainChange(change, settings, several));
    return [...each, `${base} of each.`].join(' ');
  }
  return changes
    .map((change, i) => {
      const [words] = plainChange(change, settings, several);
      if (words !== undefined) return `${words} ${bases[i]}.`;
      return `${several ? nameOf(change) : ''}${bases[i]}.`;
    })
    .join(' ');
}

function nameOf({ scores }: Change): string {
  return `${escapeRich(scores.label)}: `;
}

/** Nothing without pairs. */
function plainChange(change: Change, settings: SentenceSettings, several: boolean): string[] {
  const { scores } = change;
  if (change.change.mean === null) return [];
  const words =
    settings.primary === 'wilcoxon'
      ? ranksWords(change, settings.unit)
      : `on average ${changeWords(change, change.change.mean, settings.level)}`;
  const sentence = `${words}; ${directionWords(scores.better)}.`;
  return [several ? nameOf(change) + sentence : capital(sentence)];
}

function changeWords(change: Change, mean: number, level: number): string {
  const [low, high] = change.t?.ci ?? [null, null];
  const points = pointFormat([mean]);
  const word = comparison(mean, isNothing(points(mean)));
  const size =
    word === 'about the same'
      ? 'about no change'
      : `${than(word) === 'as' ? word : `${points(mean)} points ${word}`} after ${than(word)} before`;
  if (low === null || high === null) return size;
  const ci = `${percentLevel(level)} CI`;
  if (low >= 0) return `${size} (${ci} ${points(low)} to ${points(high)})`;
  if (high <= 0) return `${size} (${ci} ${points(high)} to ${points(low)})`;
  return `${size} (${ci} from ${points(low)} lower to ${points(high)} higher, so no change is possible too)`;
}

function ranksWords({ n, up, down, same }: Change, unit: string): string {
  return `${count(up)} of ${count(n)} ${escapeRich(unit)} scored higher after than before, ${count(same)} the same, ${count(down)} lower`;
}
