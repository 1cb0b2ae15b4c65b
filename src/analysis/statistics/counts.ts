import { binomialTest } from './binomial-test.ts';
import { chisqGof } from './chisq-gof.ts';
import { cochranArmitageTrend } from './cochran-armitage-trend.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { multipleResponse } from './multiple-response.ts';
import { pairedProportions } from './paired-proportions.ts';
import { poissonRateCi } from './poisson-rate-ci.ts';
import {
  confidence,
  count,
  countTable,
  numberOr,
  numbers,
  record,
  wrongInput,
} from './read-input.ts';
import { twoProportions } from './two-proportions.ts';

type Statistic = (input: unknown, options: unknown) => unknown;

/** Statistics of counts, proportions and rates, by the name of the test. */
export const COUNTS: Readonly<Record<string, Statistic>> = {
  multiple_response(input) {
    const { sets, options } = record(input, 'The input');
    return multipleResponse(
      list(sets, 'sets').map((set) => (set === null ? [] : texts(set, 'sets'))),
      options === undefined ? undefined : texts(options, 'options'),
    );
  },
  chisq_gof(input) {
    const { counts, p } = record(input, 'The input');
    return chisqGof(wholeNumbers(counts, 'counts'), p === undefined ? undefined : numbers(p, 'p'));
  },
  mantel_haenszel(input, options) {
    const { strata } = record(input, 'The input');
    const tables = list(strata, 'strata').map((table) => countTable(table, 'strata'));
    return mantelHaenszel(tables, confidence(options));
  },
  cochran_armitage_trend(input) {
    const { events, totals, scores } = record(input, 'The input');
    return cochranArmitageTrend(
      wholeNumbers(events, 'events'),
      wholeNumbers(totals, 'totals'),
      scores === undefined ? undefined : numbers(scores, 'scores'),
    );
  },
  binomial_test(input) {
    const { x, n, p0 } = record(input, 'The input');
    return binomialTest(count(x, 'x'), count(n, 'n'), numberOr(p0, 'p0', 0.5));
  },
  two_proportions(input, options) {
    const { x, n } = record(input, 'The input');
    return twoProportions(two(x, 'x'), two(n, 'n'), confidence(options));
  },
  paired_proportions(input, options) {
    const { table } = record(input, 'The input');
    return pairedProportions(countTable(table, 'table'), confidence(options));
  },
  poisson_rate_ci(input, options) {
    const { x, t } = record(input, 'The input');
    return poissonRateCi(count(x, 'x'), numberOr(t, 't', 1), confidence(options));
  },
};

function list(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw wrongInput(`“${name}” must be a list.`);
}

function wholeNumbers(value: unknown, name: string): number[] {
  return list(value, name).map((entry, i) => count(entry, `${name}[${i + 1}]`));
}

function two(value: unknown, name: string): [number, number] {
  const [first, second, ...more] = wholeNumbers(value, name);
  if (first !== undefined && second !== undefined && more.length === 0) return [first, second];
  throw wrongInput(`“${name}” must hold two counts.`);
}

/** Missing entries left out. */
function texts(value: unknown, name: string): string[] {
  return list(value, name).flatMap((entry) => {
    if (entry === null) return [];
    if (typeof entry === 'string' || Number.isFinite(entry)) return [String(entry)];
    throw wrongInput(`“${name}” holds something other than text, a number or null.`);
  });
}
