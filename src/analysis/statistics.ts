import { finite } from './numeric/finite.ts';
import { checkAccepted } from './statistics/accepted.ts';
import { AGREEMENT } from './statistics/agreement.ts';
import { COMPARISONS } from './statistics/comparisons.ts';
import { correlation } from './statistics/correlation.ts';
import { COUNTS } from './statistics/counts.ts';
import { crosstab } from './statistics/crosstab.ts';
import { descriptives } from './statistics/descriptives.ts';
import { frequencies } from './statistics/frequencies.ts';
import { mcnemar } from './statistics/mcnemar.ts';
import { MODELS } from './statistics/models.ts';
import { ADJUSTMENTS, pAdjust } from './statistics/p-adjust.ts';
import { proportionCi } from './statistics/proportion-ci.ts';
import {
  confidence,
  count,
  countTable,
  notComputable,
  numberOr,
  numbers,
  numbersOrNull,
  pairs,
  record,
  wrongInput,
} from './statistics/read-input.ts';
import { shapiroWilk } from './statistics/shapiro-wilk.ts';
import { stuartMaxwellBowker } from './statistics/stuart-maxwell-bowker.ts';
import { tIndependent } from './statistics/t-independent.ts';
import { tOneSample } from './statistics/t-one-sample.ts';
import { tPaired } from './statistics/t-paired.ts';
import { tieTolerance, wilcoxonSignedRank } from './statistics/wilcoxon-signed-rank.ts';

/** A statistic as `attune stats` calls it. @throws Refusal when it cannot be computed. */
export type Statistic = (input: unknown, options: unknown) => unknown;

const ALL: Readonly<Record<string, Statistic>> = {
  ...MODELS,
  ...AGREEMENT,
  ...COMPARISONS,
  ...COUNTS,
  descriptives(input, options) {
    return descriptives(numbersOrNull(record(input, 'The input').x, 'x'), confidence(options));
  },
  frequencies(input) {
    const { x, levels } = record(input, 'The input');
    return frequencies(
      values(x, 'x'),
      levels === undefined ? undefined : present(values(levels, 'levels')),
    );
  },
  crosstab(input, options) {
    return crosstab(countTable(record(input, 'The input').table, 'table'), confidence(options));
  },
  correlation(input, options) {
    const { x, y } = record(input, 'The input');
    const both = pairs(x, y);
    return correlation(both.x, both.y, confidence(options));
  },
  t_one_sample(input, options) {
    const { x, mu } = record(input, 'The input');
    return tOneSample(numbers(x, 'x'), numberOr(mu, 'mu', 0), confidence(options));
  },
  t_independent(input, options) {
    const { x, y } = record(input, 'The input');
    return tIndependent(numbers(x, 'x'), numbers(y, 'y'), confidence(options));
  },
  mcnemar(input, options) {
    return mcnemar(countTable(record(input, 'The input').table, 'table'), confidence(options));
  },
  proportion_ci(input, options) {
    const { x, n } = record(input, 'The input');
    return proportionCi(count(x, 'x'), count(n, 'n'), confidence(options));
  },
  t_paired(input, options) {
    const { x, y } = record(input, 'The input');
    const both = pairs(x, y);
    return tPaired(both.x, both.y, confidence(options));
  },
  wilcoxon_signed_rank(input, options) {
    const { x, y, mu } = record(input, 'The input');
    const shift = numberOr(mu, 'mu', 0);
    const both = y === undefined ? { x: numbers(x, 'x'), y: [] } : pairs(x, y);
    if (both.x.length === 0) {
      throw notComputable('Wilcoxon signed-rank', 'at least 1 difference is required.');
    }
    const differences = both.x.map((value, i) => value - (both.y[i] ?? 0) - shift);
    const tolerance = tieTolerance(both.x, both.y, [shift]);
    return wilcoxonSignedRank(differences, tolerance, confidence(options));
  },
  shapiro_wilk(input) {
    return shapiroWilk(numbers(record(input, 'The input').x, 'x'));
  },
  stuart_maxwell_bowker(input) {
    return stuartMaxwellBowker(countTable(record(input, 'The input').table, 'table'));
  },
  p_adjust(input) {
    const p = numbersOrNull(record(input, 'The input').p, 'p');
    if (p.some((value) => value !== null && (value < 0 || value > 1))) {
      throw wrongInput('“p” holds a value outside 0 to 1.');
    }
    return Object.fromEntries(ADJUSTMENTS.map((method) => [method, pAdjust(p, method)]));
  },
};

/** Every statistic by the name of its test; inputs and results have the names of the reference vectors. */
export const STATISTICS: Readonly<Record<string, Statistic>> = Object.fromEntries(
  Object.entries(ALL).map(([name, statistic]): [string, Statistic] => [
    name,
    (input, options) => {
      checkAccepted(name, input, options);
      return finite(statistic(input, options));
    },
  ]),
);

function values(list: unknown, name: string): (string | number | null)[] {
  if (!Array.isArray(list)) throw wrongInput(`“${name}” must be a list.`);
  return list.map((entry: unknown) => {
    if (entry === null || typeof entry === 'string' || Number.isFinite(entry))
      return entry as string | number | null;
    throw wrongInput(`“${name}” holds something other than text, a number or null.`);
  });
}

function present(list: readonly (string | number | null)[]): (string | number)[] {
  return list.filter((entry) => entry !== null);
}
