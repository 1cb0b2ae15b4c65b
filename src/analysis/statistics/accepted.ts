import { record, wrongInput } from './read-input.ts';

interface Accepted {
  /** Names of the input's parts; null where they are the caller's own. */
  input: readonly string[] | null;
  options: readonly string[];
}

const LEVEL = ['conf'];

/** Statistics without an interval. */
const WITHOUT_LEVEL = new Set([
  ...['frequencies', 'multiple_response', 'chisq_gof', 'cochran_armitage_trend', 'binomial_test'],
  ...['stuart_maxwell_bowker', 'cochran_q', 'friedman', 'kruskal_wallis', 'levene', 'p_adjust'],
  ...['anova_repeated', 'anova_twoway_type3', 'split_half', 'shapiro_wilk', 'lilliefors'],
  ...['anderson_darling', 'ks_two_sample', 'logrank'],
]);

/** What every statistic takes. What it would ignore is refused. */
export const ACCEPTED: Readonly<Record<string, Accepted>> = {
  ...each(['descriptives', 'shapiro_wilk', 'lilliefors', 'anderson_darling'], ['x']),
  ...each(['friedman', 'cochran_q', 'anova_repeated', 'icc'], ['x']),
  ...each(['t_independent', 't_paired', 'mann_whitney', 'correlation'], ['x', 'y']),
  ...each(['point_biserial', 'ks_two_sample'], ['x', 'y']),
  ...each(['crosstab', 'mcnemar', 'stuart_maxwell_bowker'], ['table']),
  ...each(['paired_proportions', 'cohen_kappa'], ['table']),
  ...each(['anova_oneway', 'kruskal_wallis', 'levene'], ['groups']),
  ...each(['reliability', 'split_half'], ['items']),
  ...each(['proportion_ci', 'two_proportions'], ['x', 'n']),
  ...each(['linear_regression', 'logistic_regression', 'cox'], null),
  ...each(['partial_correlation', 'anova_twoway_type3'], null),
  ...each(['frequencies'], ['x', 'levels']),
  ...each(['multiple_response'], ['sets', 'options']),
  ...each(['t_one_sample'], ['x', 'mu']),
  ...each(['wilcoxon_signed_rank'], ['x', 'y', 'mu']),
  ...each(['chisq_gof'], ['counts', 'p']),
  ...each(['fleiss_kappa'], ['counts']),
  ...each(['mantel_haenszel'], ['strata']),
  ...each(['cochran_armitage_trend'], ['events', 'totals', 'scores']),
  ...each(['binomial_test'], ['x', 'n', 'p0']),
  ...each(['poisson_rate_ci'], ['x', 't']),
  ...each(['p_adjust'], ['p']),
  ...each(['kaplan_meier'], ['time', 'event']),
  ...each(['logrank'], ['time', 'event', 'group']),
  ...each(
    ['reliable_change'],
    [
      ...['pre', 'post', 'sd_pre', 'reliability', 'higher_is_worse'],
      ...['clin_mean', 'clin_sd', 'norm_mean', 'norm_sd'],
    ],
  ),
};

function each(names: readonly string[], input: Accepted['input']): Record<string, Accepted> {
  return Object.fromEntries(names.map((name) => [name, { input, options: optionsOf(name) }]));
}

function optionsOf(name: string): readonly string[] {
  if (name === 'linear_regression') return ['conf', 'intercept'];
  return WITHOUT_LEVEL.has(name) ? [] : LEVEL;
}

/** @throws Refusal `unreadable-input` for a part or an option that the statistic does not know */
export function checkAccepted(name: string, input: unknown, options: unknown): void {
  const accepted = ACCEPTED[name];
  if (!accepted) return;
  const parts = accepted.input;
  for (const key of Object.keys(record(input, 'The input'))) {
    if (parts && !parts.includes(key)) {
      throw wrongInput(`The input “${key}” is unknown: “${name}” takes ${quoted(parts)}.`);
    }
  }
  for (const key of Object.keys(record(options, 'The options'))) {
    if (accepted.options.includes(key)) continue;
    const known = accepted.options.length > 0 ? quoted(accepted.options) : 'none';
    throw wrongInput(`The option “${key}” is unknown: “${name}” takes ${known}.`);
  }
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}
