import { andersonDarling } from './anderson-darling.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { icc } from './icc.ts';
import { ksTwoSample } from './ks-two-sample.ts';
import { lilliefors } from './lilliefors.ts';
import { modelInput } from './model-input.ts';
import { partialCorrelation, pointBiserial } from './partial-correlation.ts';
import { confidence, countTable, numbers, pairs, record } from './read-input.ts';
import { reliability } from './reliability.ts';
import { scoreRows } from './score-rows.ts';
import { splitHalf } from './split-half.ts';

type Statistic = (input: unknown, options: unknown) => unknown;

/** Scales, raters, further correlations and tests of distributions, by the name of the test. */
export const AGREEMENT: Readonly<Record<string, Statistic>> = {
  reliability(input, options) {
    const { items } = record(input, 'The input');
    return reliability(scoreRows(items, 'items'), confidence(options));
  },
  split_half(input) {
    const { items } = record(input, 'The input');
    return splitHalf(scoreRows(items, 'items'));
  },
  icc(input, options) {
    const { x } = record(input, 'The input');
    return icc(scoreRows(x, 'x'), confidence(options));
  },
  cohen_kappa(input, options) {
    const { table } = record(input, 'The input');
    return cohenKappa(countTable(table, 'table'), confidence(options));
  },
  fleiss_kappa(input, options) {
    const { counts } = record(input, 'The input');
    return fleissKappa(countTable(counts, 'counts'), confidence(options));
  },
  partial_correlation(input, options) {
    return partialCorrelation(modelInput(input, ['x', 'y']), confidence(options));
  },
  point_biserial(input, options) {
    const { x, y } = record(input, 'The input');
    const both = pairs(x, y);
    return pointBiserial(both.x, both.y, confidence(options));
  },
  lilliefors(input) {
    return lilliefors(numbers(record(input, 'The input').x, 'x'));
  },
  anderson_darling(input) {
    return andersonDarling(numbers(record(input, 'The input').x, 'x'));
  },
  ks_two_sample(input) {
    const { x, y } = record(input, 'The input');
    return ksTwoSample(numbers(x, 'x'), numbers(y, 'y'));
  },
};
