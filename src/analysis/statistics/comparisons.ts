import { anovaOneway } from './anova-oneway.ts';
import { anovaRepeated } from './anova-repeated.ts';
import { anovaTwoway } from './anova-twoway.ts';
import { cochranQ } from './cochran-q.ts';
import { friedman } from './friedman.ts';
import { kruskalWallis } from './kruskal-wallis.ts';
import { levene } from './levene.ts';
import { mannWhitney } from './mann-whitney.ts';
import { factorial } from './read-factorial.ts';
import { groupsOf } from './read-groups.ts';
import {
  confidence,
  numberOr,
  numbers,
  numbersOrNull,
  record,
  trueOr,
  wrongInput,
} from './read-input.ts';
import { type ReliableChangeScale, reliableChange } from './reliable-change.ts';
import { scoreRows } from './score-rows.ts';

type Statistic = (input: unknown, options: unknown) => unknown;

/** Comparisons of groups and of measurements of the same people, by the name of the test. */
export const COMPARISONS: Readonly<Record<string, Statistic>> = {
  mann_whitney(input, options) {
    const { x, y } = record(input, 'The input');
    return mannWhitney(numbers(x, 'x'), numbers(y, 'y'), confidence(options));
  },
  anova_oneway(input, options) {
    const { groups } = record(input, 'The input');
    return anovaOneway(groupsOf(groups, 'Analysis of variance'), confidence(options));
  },
  anova_repeated(input) {
    return anovaRepeated(scoreRows(record(input, 'The input').x, 'x'));
  },
  anova_twoway_type3(input) {
    const { outcome, first, second } = factorial(input);
    const { interaction, residual, ...result } = anovaTwoway(outcome, first.labels, second.labels);
    return {
      [first.name]: result.first,
      [second.name]: result.second,
      interaction,
      residual,
    };
  },
  kruskal_wallis(input) {
    return kruskalWallis(groupsOf(record(input, 'The input').groups, 'Kruskal–Wallis'));
  },
  friedman(input) {
    return friedman(scoreRows(record(input, 'The input').x, 'x'));
  },
  cochran_q(input) {
    return cochranQ(scoreRows(record(input, 'The input').x, 'x'));
  },
  levene(input) {
    return levene(groupsOf(record(input, 'The input').groups, 'Levene'));
  },
  reliable_change(input, options) {
    const { pre, post, ...scale } = record(input, 'The input');
    const [before, after] = [numbersOrNull(pre, 'pre'), numbersOrNull(post, 'post')];
    if (before.length !== after.length) {
      throw wrongInput(`“pre” has ${before.length} values and “post” has ${after.length}.`);
    }
    return reliableChange(before, after, scaleOf(scale), confidence(options));
  },
};

function scaleOf(input: Readonly<Record<string, unknown>>): ReliableChangeScale {
  const [clinical, normal] = [population(input, 'clin'), population(input, 'norm')];
  return {
    sdPre: needed(input, 'sd_pre'),
    reliability: needed(input, 'reliability'),
    higherIsWorse: trueOr(input.higher_is_worse, 'higher_is_worse', false),
    ...(clinical ? { clinical } : {}),
    ...(normal ? { normal } : {}),
  };
}

/** Mean and SD of a population, where they are given. */
function population(input: Readonly<Record<string, unknown>>, name: string) {
  const [mean, sd] = [`${name}_mean`, `${name}_sd`];
  if ((input[mean] ?? input[sd] ?? null) === null) return null;
  return { mean: needed(input, mean), sd: needed(input, sd) };
}

function needed(input: Readonly<Record<string, unknown>>, name: string): number {
  const value = numberOr(input[name], name, Number.NaN);
  if (Number.isNaN(value)) throw wrongInput(`“${name}” is missing.`);
  return value;
}
