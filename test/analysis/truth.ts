import type { OptionValue } from '../../src/model/result.ts';
import type { ColumnSpec } from './frame.ts';

type Input = Record<string, unknown>;
type Path = string | ((expected: Record<string, unknown>) => unknown);

/**
 * How the cases of a reference test become a table, an analysis and its options, and which numbers of R
 * each estimate must equal. A path leads into `expected`: "pairs.0.tukey_p", "ci.1".
 */
export interface Truth {
  analysis: string;
  test: string;
  columns: (input: Input) => ColumnSpec[];
  options: (input: Input) => Record<string, OptionValue>;
  /** By the keys of estimates; `.low` and `.high` are those of the interval. */
  holds: Readonly<Record<string, Path>>;
  /** Cases that another analysis of the same test is for. */
  only?: (input: Input) => boolean;
  /** Relative; 1e-9 where left out. */
  within?: number;
  /** Shown in the documentation: the id of a case. */
  example?: string;
}

const list = (value: unknown) => value as (number | null)[];
const table = (value: unknown) => value as number[][];
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Rows of two categories from their table of counts. */
function counted(
  name: readonly [string, string],
  counts: readonly (readonly number[])[],
): ColumnSpec[] {
  const rows = counts.flatMap((line, i) =>
    line.flatMap((n, j) => Array.from({ length: n }, () => [i, j] as const)),
  );
  const values = (size: number) =>
    Array.from({ length: size }, (_, k) => ({ value: letters[k] ?? '', label: letters[k] ?? '' }));
  const width = Math.max(counts.length, counts[0]?.length ?? 0);
  const square = counts.length === counts[0]?.length ? width : 0;
  return [0, 1].map((side) => ({
    name: name[side] ?? '',
    kind: 'category' as const,
    values: values(square || (side === 0 ? counts.length : (counts[0]?.length ?? 0))),
    data: rows.map((row) => letters[row[side] ?? 0] ?? ''),
  }));
}

/** Groups of numbers one under the other, with a column that names them. */
function stacked(groups: readonly (readonly (number | null)[])[]): ColumnSpec[] {
  return [
    { name: 'score', label: 'Score', data: groups.flat() },
    {
      name: 'group',
      label: 'Group',
      kind: 'category',
      values: groups.map((_, k) => ({ value: letters[k] ?? '', label: letters[k] ?? '' })),
      data: groups.flatMap((group, k) => group.map(() => letters[k] ?? '')),
    },
  ];
}

/** A column for each place in the rows. */
function columnsOf(
  rows: readonly (readonly (number | null)[])[],
  kind: ColumnSpec['kind'] = 'decimal',
): ColumnSpec[] {
  return (rows[0] ?? []).map((_, j) => ({
    name: `m${j + 1}`,
    label: `Time ${j + 1}`,
    kind,
    data: rows.map((row) => row[j] ?? null),
  }));
}

/** A bound of an interval that has both. */
function bounded(interval: unknown, side: 'lo' | 'hi'): unknown {
  const bounds = (interval ?? {}) as { lo?: number | null; hi?: number | null };
  return typeof bounds.lo === 'number' && typeof bounds.hi === 'number' ? bounds[side] : null;
}

/** Tables without an empty row or column, and not too large for a row of data each. */
function filled({ table: counts }: Input): boolean {
  const rows = table(counts);
  const sums = [...rows, ...(rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? 0))].map(
    (line) => line.reduce((a, b) => a + b, 0),
  );
  return sums.every((n) => n > 0) && rows.flat().reduce((a, b) => a + b, 0) < 10_000;
}

const names = (rows: unknown) => (table(rows)[0] ?? []).map((_, j) => `m${j + 1}`);

export const TRUTHS: readonly Truth[] = [
  {
    analysis: 'descriptives',
    test: 'descriptives',
    example: 'desc-pre',
    columns: ({ x }) => [{ name: 'score', label: 'Score', data: list(x) }],
    options: () => ({ variables: ['score'], shape: true }),
    holds: {
      mean: 'mean',
      'mean.low': 'ci_mean.0',
      'mean.high': 'ci_mean.1',
      sd: 'sd',
      median: 'median',
      q1: 'quantile_type7.p25',
      q3: 'quantile_type7.p75',
      'skewness-g1[Score]': 'skewness.type1_g1',
      'skewness-b1[Score]': 'skewness.type3_b1',
      'kurtosis-G2[Score]': 'kurtosis_excess.type2_G2_spss_excel',
      'trimmed-mean[Score]': 'trimmed_mean_20',
      'mad[Score]': 'mad_scaled',
    },
  },
  {
    analysis: 'frequencies',
    test: 'frequencies',
    example: 'freq-likert',
    only: ({ levels }) => levels === undefined,
    columns: ({ x }) => [
      {
        name: 'answer',
        label: 'Answer',
        kind: 'category',
        data: list(x).map((value) => (value === null ? null : String(value))),
      },
    ],
    options: () => ({ variables: ['answer'] }),
    holds: {
      n: 'n_valid',
      missing: 'n_missing',
      'pct[3]': ({ levels, percent_valid: percent }) =>
        (levels as string[]).includes('3')
          ? list(percent)[(levels as string[]).indexOf('3')]
          : null,
      'n[Black]': ({ levels, count }) =>
        (levels as string[]).includes('Black')
          ? list(count)[(levels as string[]).indexOf('Black')]
          : null,
    },
  },
  {
    analysis: 'multiple-response',
    test: 'multiple_response',
    example: 'freq-multires',
    columns: ({ sets }) => [
      {
        name: 'needs',
        label: 'Needs',
        kind: 'text',
        data: (sets as string[][]).map((set) => set.join(';') || ''),
      },
    ],
    options: () => ({ variables: ['needs'] }),
    holds: {
      'n[a]': 'count.0',
      'n[b]': 'count.1',
      'n[c]': 'count.2',
      'pct[a]': 'percent_of_cases_all.0',
    },
  },
  {
    analysis: 'crosstab',
    test: 'crosstab',
    example: 'xtab-2x2',
    only: filled,
    columns: ({ table: counts }) => counted(['group', 'outcome'], table(counts)),
    options: () => ({ rows: 'group', columns: 'outcome', trend: true }),
    holds: {
      'chi-square': 'pearson.chisq',
      p: 'pearson.p',
      'cramers-v': 'cramers_v',
      'fisher-p': 'fisher.p_two_sided',
      'odds-ratio.low': ({ odds_ratio_wald: odds }) => bounded(odds, 'lo'),
      'risk-ratio': 'risk_ratio_col1.rr',
      linear: 'linear_by_linear.chisq',
      gamma: 'goodman_kruskal_gamma',
    },
    within: 1e-7,
  },
  {
    analysis: 'crosstab-many',
    test: 'crosstab',
    example: 'xtab-5x2',
    only: filled,
    columns: ({ table: counts }) => counted(['answer', 'group'], table(counts)),
    options: () => ({ variables: ['answer'], by: 'group' }),
    holds: { 'chi-square': 'pearson.chisq', p: 'pearson.p', v: 'cramers_v' },
    within: 1e-7,
  },
  {
    analysis: 'crosstab',
    test: 'mantel_haenszel',
    columns: ({ strata }) => {
      const parts = (strata as number[][][]).map((counts) => counted(['admitted', 'sex'], counts));
      return [
        { name: 'admitted', kind: 'category', data: parts.flatMap(([first]) => first?.data ?? []) },
        { name: 'sex', kind: 'category', data: parts.flatMap(([, second]) => second?.data ?? []) },
        {
          name: 'department',
          kind: 'category',
          data: parts.flatMap(([first], k) => (first?.data ?? []).map(() => letters[k] ?? '')),
        },
      ];
    },
    options: () => ({ rows: 'admitted', columns: 'sex', layer: 'department' }),
    holds: {
      'mh-odds-ratio': 'common_or',
      'mh-odds-ratio.low': 'ci.0',
      'mh-chi-square': 'uncorrected.chisq',
      'mh-p-corrected': 'corrected.p',
    },
  },
  {
    analysis: 'crosstab',
    test: 'cochran_armitage_trend',
    columns: ({ events, totals }) =>
      counted(
        ['dose', 'event'],
        list(events).map((x, i) => [x ?? 0, (list(totals)[i] ?? 0) - (x ?? 0)]),
      ),
    options: () => ({ rows: 'dose', columns: 'event', trend: true }),
    holds: { trend: 'chisq', 'trend-p': 'p' },
  },
  {
    analysis: 'one-sample-t',
    test: 't_one_sample',
    example: 't1-norm30',
    columns: ({ x }) => [{ name: 'score', label: 'Score', data: list(x) }],
    options: ({ mu }) => ({ outcomes: ['score'], value: Number(mu ?? 0) }),
    holds: {
      t: 't',
      df: 'df',
      p: 'p',
      'mean.low': 'ci.0',
      d: 'cohens_d',
      'd.low': 'd_ci_noncentral_t.0',
      g: 'hedges_g_exactJ',
    },
    within: 1e-8,
  },
  {
    analysis: 'independent-t',
    test: 't_independent',
    example: 't2-AB',
    columns: ({ x, y }) => stacked([list(x), list(y)]),
    options: () => ({ outcomes: ['score'], group: 'group' }),
    holds: {
      difference: 'mean_diff',
      'difference.low': 'welch.ci.0',
      t: 'welch.t',
      df: 'welch.df',
      p: 'welch.p',
      'p-student': 'student.p',
      g: 'hedges_g_exactJ',
      'g.high': 'g_ci_exactJ.1',
    },
    within: 1e-8,
  },
  {
    analysis: 'mann-whitney',
    test: 'mann_whitney',
    example: 'mw-hw',
    columns: ({ x, y }) => stacked([list(x), list(y)]),
    options: () => ({ outcomes: ['score'], group: 'group' }),
    holds: {
      U: 'U1',
      z: 'z_no_cc',
      p: ({ p_exact: exact, p_asymptotic_cc: normal }) => exact ?? normal,
      shift: 'hodges_lehmann_shift',
      'rank-biserial': 'rank_biserial',
      superiority: 'auc_cles',
    },
    within: 1e-8,
  },
  {
    analysis: 'paired-t',
    test: 't_paired',
    example: 'tp-prepost',
    columns: ({ x, y }) => [
      { name: 'after', label: 'Score, after (higher is better)', data: list(x) },
      { name: 'before', label: 'Score, before (higher is better)', data: list(y) },
    ],
    options: () => ({ before: ['before'], after: ['after'], 'effect-size': 'd_z' }),
    holds: {
      t: 't',
      p: 'p',
      'mean-change': 'mean_diff',
      'mean-change.low': 'ci.0',
      d: 'cohens_dz',
      'd.low': 'dz_ci_noncentral_t.0',
    },
    within: 1e-8,
  },
  {
    analysis: 'wilcoxon',
    test: 'wilcoxon_signed_rank',
    example: 'wsr-depress',
    only: ({ y, mu }) => y !== undefined && mu === undefined,
    columns: ({ x, y }) => [
      { name: 'after', label: 'Score, after (lower is better)', data: list(x) },
      { name: 'before', label: 'Score, before (lower is better)', data: list(y) },
    ],
    options: () => ({ before: 'before', after: 'after' }),
    holds: {
      W: 'W_plus',
      z: 'z_no_cc',
      'rank-biserial': 'rank_biserial_matched',
      shift: 'hodges_lehmann_walsh_median_of_nonzero',
      'shift.low': 'hl_ci_asymptotic_cc.0',
      'shift.high': 'hl_ci_asymptotic_cc.1',
    },
    within: 1e-8,
  },
  {
    analysis: 'paired-categories',
    test: 'mcnemar',
    example: 'mcnemar-approval',
    columns: ({ table: counts }) => counted(['before', 'after'], table(counts)),
    options: () => ({ first: 'before', second: 'after' }),
    holds: {
      'chi-square': 'chisq_no_cc',
      p: ({ chisq_no_cc: chi, p_exact_binomial: p }) => (chi === null ? null : p),
      'p-mid-p': ({ chisq_no_cc: chi, p_mid: p }) => (chi === null ? null : p),
      'odds-ratio': 'odds_ratio_b_over_c',
      'odds-ratio.low': ({ odds_ratio_b_over_c: odds, or_ci_exact: ci }) =>
        odds === null ? null : list(ci)[0],
    },
    only: ({ table: counts }) => {
      const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = table(counts);
      return a + b + c + d > 0 && (a + b > 0 || b + d > 0) && (c + d > 0 || a + c > 0);
    },
    within: 1e-8,
  },
  {
    analysis: 'paired-categories',
    test: 'stuart_maxwell_bowker',
    only: ({ table: counts }) => table(counts).length > 2,
    columns: ({ table: counts }) => counted(['before', 'after'], table(counts)),
    options: () => ({ first: 'before', second: 'after' }),
    holds: {
      'stuart-maxwell': 'stuart_maxwell.chisq',
      p: 'stuart_maxwell.p',
      bowker: 'bowker.chisq',
      'bowker-p': 'bowker.p_df_nonempty_pairs',
    },
    within: 1e-8,
  },
  {
    analysis: 'cochran-q',
    test: 'cochran_q',
    example: 'cochranq-1',
    columns: ({ x }) => columnsOf(table(x), 'yesno'),
    options: ({ x }) => ({ measurements: names(x) }),
    holds: { Q: 'Q', df: 'df', p: 'p', n: 'n' },
  },
  {
    analysis: 'one-way-anova',
    test: 'anova_oneway',
    example: 'anova-ABC',
    columns: ({ groups }) => stacked(table(groups)),
    options: () => ({ outcomes: ['score'], group: 'group' }),
    holds: {
      F: 'welch.F',
      p: 'welch.p',
      'p-classic': 'p',
      'p-brown-forsythe': 'brown_forsythe_F_star.p',
      eta2: 'eta2',
      omega2: 'omega2',
    },
    within: 1e-7,
  },
  {
    analysis: 'one-way-anova',
    test: 'anova_oneway',
    columns: ({ groups }) => stacked(table(groups)),
    options: () => ({ outcomes: ['score'], group: 'group', primary: 'classic', pairs: 'tukey' }),
    holds: {
      F: 'F',
      p: 'p',
      'p[b − a]': 'pairs.0.tukey_p',
      'difference[b − a].low': 'pairs.0.tukey_ci.0',
    },
    within: 1e-6,
  },
  {
    analysis: 'kruskal-wallis',
    test: 'kruskal_wallis',
    example: 'kw-ties',
    columns: ({ groups }) => stacked(table(groups)),
    options: () => ({ outcomes: ['score'], group: 'group' }),
    holds: {
      H: 'H',
      p: 'p',
      epsilon2: 'epsilon2',
      'dunn-z[b − a]': 'dunn.z_j_minus_i.0',
      'dunn-p[b − a]': 'dunn.holm.0',
    },
    within: 1e-8,
  },
  {
    analysis: 'friedman',
    test: 'friedman',
    example: 'friedman-no-ties',
    columns: ({ x }) => columnsOf(table(x)),
    options: ({ x }) => ({ measurements: names(x) }),
    holds: {
      'chi-square': 'chisq',
      p: 'p',
      'kendalls-w': 'kendalls_W',
      'iman-davenport': 'iman_davenport_F',
    },
    within: 1e-8,
  },
  {
    analysis: 'repeated-anova',
    test: 'anova_repeated',
    example: 'rmanova-rt',
    columns: ({ x }) => columnsOf(table(x)),
    options: ({ x }) => ({ measurements: names(x) }),
    holds: {
      F: 'F',
      p: 'p_gg',
      'p-hf': 'p_hf',
      'epsilon-gg': 'greenhouse_geisser_eps',
      'partial-eta2': 'partial_eta2',
      'generalised-eta2': 'generalized_eta2',
    },
    within: 1e-7,
  },
  {
    analysis: 'variances',
    test: 'levene',
    example: 'levene-carmoore',
    columns: ({ groups }) => stacked(table(groups)),
    options: () => ({ outcomes: ['score'], group: 'group' }),
    holds: { F: 'median_brown_forsythe.F', p: 'median_brown_forsythe.p', 'mean-p': 'mean.p' },
  },
  {
    analysis: 'variances',
    test: 'ks_two_sample',
    columns: ({ x, y }) => stacked([list(x), list(y)]),
    options: () => ({ outcomes: ['score'], group: 'group' }),
    holds: { 'ks-D': 'D', 'ks-p': 'p_exact' },
  },
  {
    analysis: 'two-way-anova',
    test: 'anova_twoway_type3',
    example: 'twoway-warpbreaks',
    columns: ({ breaks, wool, tension }) => [
      { name: 'breaks', label: 'Breaks', data: list(breaks) },
      { name: 'wool', label: 'Wool', kind: 'category', data: wool as string[] },
      { name: 'tension', label: 'Tension', kind: 'category', data: tension as string[] },
    ],
    options: () => ({ outcome: 'breaks', first: 'wool', second: 'tension' }),
    holds: {
      'F[Wool]': 'wool.F',
      'p[Tension]': 'tension.p',
      'ss[Wool × Tension]': 'interaction.ss',
      p: 'interaction.p',
    },
  },
  {
    analysis: 'normality',
    test: 'shapiro_wilk',
    columns: ({ x }) => [{ name: 'score', label: 'Score', data: list(x) }],
    options: () => ({ variables: ['score'] }),
    holds: { W: 'W', p: 'p' },
    within: 1e-6,
  },
  {
    analysis: 'normality',
    test: 'lilliefors',
    example: 'lillie-norm30',
    columns: ({ x }) => [{ name: 'score', label: 'Score', data: list(x) }],
    options: () => ({ variables: ['score'] }),
    holds: { 'lilliefors-D': 'D', 'lilliefors-p': 'p' },
    within: 1e-7,
  },
  {
    analysis: 'normality',
    test: 'anderson_darling',
    columns: ({ x }) => [{ name: 'score', label: 'Score', data: list(x) }],
    options: () => ({ variables: ['score'] }),
    holds: { 'anderson-darling': 'A', 'anderson-darling-p': 'p' },
    within: 1e-7,
  },
  {
    analysis: 'correlation',
    test: 'correlation',
    example: 'cor-prepost',
    columns: ({ x, y }) => [
      { name: 'x', label: 'Before', data: list(x) },
      { name: 'y', label: 'After', data: list(y) },
    ],
    options: () => ({ x: 'x', with: ['y'] }),
    holds: {
      pearson: 'pearson.r',
      'pearson.low': 'pearson.ci_fisher_z.0',
      p: 'pearson.p',
      spearman: 'spearman.rho',
      kendall: 'kendall.tau_b',
    },
    within: 1e-8,
  },
  {
    analysis: 'correlation',
    test: 'point_biserial',
    columns: ({ x, y }) => [
      { name: 'x', label: 'Manual', kind: 'yesno', data: list(x) },
      { name: 'y', label: 'Miles per gallon', data: list(y) },
    ],
    options: () => ({ x: 'y', with: ['x'] }),
    holds: { pearson: 'r', p: 'p' },
  },
  {
    analysis: 'goodness-of-fit',
    test: 'chisq_gof',
    example: 'gof-equal',
    columns: ({ counts }) => [
      {
        name: 'group',
        label: 'Group',
        kind: 'category',
        values: list(counts).map((_, k) => ({ value: letters[k] ?? '', label: letters[k] ?? '' })),
        data: list(counts).flatMap((n, k) =>
          Array.from({ length: n ?? 0 }, () => letters[k] ?? ''),
        ),
      },
    ],
    options: ({ p }) => ({ variable: 'group', shares: p === undefined ? '' : list(p).join('; ') }),
    holds: { 'chi-square': 'chisq', df: 'df', p: 'p' },
  },
  {
    analysis: 'paired-categories',
    test: 'paired_proportions',
    columns: ({ table: counts }) => counted(['before', 'after'], table(counts)),
    options: () => ({ first: 'before', second: 'after' }),
    holds: {
      difference: ({ diff }) => 100 * Number(diff),
      'difference.low': ({ wald_lo: low }) => 100 * Number(low),
      'difference.high': ({ wald_hi: high }) => 100 * Number(high),
    },
  },
  {
    analysis: 'correlation-matrix',
    test: 'correlation',
    example: 'cor-prepost',
    columns: ({ x, y }) => [
      { name: 'x', label: 'Before', data: list(x) },
      { name: 'y', label: 'After', data: list(y) },
    ],
    options: () => ({ variables: ['x', 'y'] }),
    holds: { pearson: 'pearson.r', p: 'pearson.p', spearman: 'spearman.rho' },
    within: 1e-8,
  },
  {
    analysis: 'partial-correlation',
    test: 'partial_correlation',
    example: 'cor-partial',
    columns: ({ x, y, z }) => [
      { name: 'x', label: 'Miles per gallon', data: list(x) },
      { name: 'y', label: 'Weight', data: list(y) },
      { name: 'z', label: 'Horsepower', data: list(z) },
    ],
    options: () => ({ x: 'x', y: 'y', controls: ['z'] }),
    holds: { r: 'r', t: 't', df: 'df', p: 'p' },
  },
  {
    analysis: 'linear-regression',
    test: 'linear_regression',
    example: 'lm-prepost',
    only: ({ x, y }) => Array.isArray(x) && Array.isArray(y),
    columns: ({ x, y }) => [
      { name: 'y', label: 'After', data: list(y) },
      { name: 'x', label: 'Before', data: list(x) },
    ],
    options: () => ({ outcome: 'y', predictors: ['x'] }),
    holds: {
      'b[Constant]': 'coef.0',
      'b[Before]': 'coef.1',
      'b[Before].low': 'ci.1.0',
      'p[Before]': 'p.1',
      'beta[Before]': 'beta_std.1',
      r2: 'r2',
      F: 'F.F',
      'p-hc3[Before]': 'hc3.p.1',
    },
    within: 1e-8,
  },
  {
    analysis: 'linear-regression',
    test: 'linear_regression',
    only: ({ treat }) => treat !== undefined,
    columns: ({ post, pre, treat }) => [
      { name: 'post', label: 'After', data: list(post) },
      { name: 'pre', label: 'Before', data: list(pre) },
      {
        name: 'treat',
        label: 'Group',
        kind: 'category',
        values: ['CBT', 'Cont', 'FT'].map((value) => ({ value, label: value })),
        data: treat as string[],
      },
    ],
    options: () => ({ outcome: 'post', predictors: ['pre', 'treat'] }),
    holds: { 'b[Before]': 'coef.1', 'b[Group: Cont]': 'coef.2', 'p[Group: FT]': 'p.3', r2: 'r2' },
    within: 1e-8,
  },
  {
    analysis: 'logistic-regression',
    test: 'logistic_regression',
    example: 'glm-am-wt',
    only: ({ x }) => x !== undefined,
    columns: ({ x, y }) => [
      { name: 'y', label: 'Manual', kind: 'yesno', data: list(y) },
      { name: 'x', label: 'Weight', data: list(x) },
    ],
    options: () => ({ outcome: 'y', predictors: ['x'], intervals: 'wald' }),
    holds: {
      'b[Weight]': 'coef.1',
      'or[Weight]': 'or.1',
      'or[Weight].high': 'or_ci_wald.1.1',
      p: 'lr_p',
      nagelkerke: 'nagelkerke',
      auc: 'auc',
    },
    within: 1e-6,
  },
  {
    analysis: 'reliability',
    test: 'reliability',
    example: 'alpha-phq9-like-missing',
    columns: ({ items }) => columnsOf(table(items), 'integer'),
    options: ({ items }) => ({ items: names(items), label: 'Scale' }),
    holds: {
      alpha: 'alpha',
      'alpha.low': 'alpha_ci_feldt.0',
      n: 'n_complete',
      sem: 'sem',
      'item-rest[Time 1]': 'item_rest_r.0',
    },
  },
  {
    analysis: 'reliability',
    test: 'split_half',
    columns: ({ items }) => columnsOf(table(items), 'integer'),
    options: ({ items }) => ({ items: names(items) }),
    holds: { 'split-half': 'spearman_brown', guttman: 'guttman' },
  },
  {
    analysis: 'icc',
    test: 'icc',
    example: 'icc-missing',
    columns: ({ x }) => columnsOf(table(x)),
    options: ({ x }) => ({ raters: names(x) }),
    holds: {
      icc: 'ICC2.icc',
      'icc.low': 'ICC2.lo',
      F: 'ICC2.F',
      p: 'ICC2.p',
      'form-icc[ICC(1,1)]': 'ICC1.icc',
      'form-icc[ICC(3,k)]': 'ICC3k.icc',
    },
    within: 1e-7,
  },
  {
    analysis: 'kappa',
    test: 'cohen_kappa',
    example: 'kappa-2x2',
    columns: ({ table: counts }) => counted(['first', 'second'], table(counts)),
    options: () => ({ first: 'first', second: 'second' }),
    holds: {
      kappa: 'kappa',
      'kappa.low': 'ci.0',
      z: 'z0',
      'kappa-linear': 'kappa_linear',
      'kappa-quadratic': 'kappa_quadratic',
    },
  },
  {
    analysis: 'fleiss-kappa',
    test: 'fleiss_kappa',
    example: 'kappa-fleiss',
    columns: ({ counts }) => {
      const ratings = table(counts).map((row) =>
        row.flatMap((n, k) => Array.from({ length: n }, () => letters[k] ?? '')),
      );
      return (ratings[0] ?? []).map((_, j) => ({
        name: `r${j + 1}`,
        label: `Rater ${j + 1}`,
        kind: 'category' as const,
        data: ratings.map((row) => row[j] ?? ''),
      }));
    },
    options: ({ counts }) => ({
      raters: Array.from(
        { length: (table(counts)[0] ?? []).reduce((a, b) => a + b, 0) },
        (_, j) => `r${j + 1}`,
      ),
    }),
    holds: { kappa: 'kappa' },
  },
  {
    analysis: 'proportions',
    test: 'proportion_ci',
    example: 'prop-7-20',
    columns: ({ x, n }) => [
      {
        name: 'answer',
        label: 'Answer',
        kind: 'yesno',
        data: Array.from({ length: Number(n) }, (_, i) => (i < Number(x) ? 1 : 0)),
      },
    ],
    options: () => ({ variables: ['answer'] }),
    holds: {
      percent: ({ p }) => 100 * Number(p),
      'percent.low': ({ wilson }) => 100 * Number(list(wilson)[0]),
      'percent.high': ({ wilson }) => 100 * Number(list(wilson)[1]),
    },
  },
  {
    analysis: 'proportions',
    test: 'binomial_test',
    only: ({ n }) => Number(n) < 100_000,
    columns: ({ x, n }) => [
      {
        name: 'answer',
        label: 'Answer',
        kind: 'yesno',
        data: Array.from({ length: Number(n) }, (_, i) => (i < Number(x) ? 1 : 0)),
      },
    ],
    options: ({ p0 }) => ({
      variables: ['answer'],
      test: true,
      share: 100 * Number(p0 ?? 0.5),
      intervals: 'clopper-pearson',
    }),
    holds: { p: 'p_two_sided' },
    within: 1e-8,
  },
  {
    analysis: 'two-proportions',
    test: 'two_proportions',
    example: 'prop2-56-70-48-80',
    columns: ({ x, n }) =>
      counted(
        ['group', 'outcome'],
        list(x).map((yes, i) => [yes ?? 0, (list(n)[i] ?? 0) - (yes ?? 0)]),
      ),
    options: () => ({ outcomes: ['outcome'], group: 'group' }),
    holds: {
      difference: ({ diff }) => 100 * Number(diff),
      'difference.low': ({ newcombe_hybrid_score: ci }) => 100 * Number(list(ci)[0]),
      'chi-square': 'chisq_no_cc',
      p: 'p_no_cc',
      h: 'cohens_h',
    },
  },
  {
    analysis: 'rates',
    test: 'poisson_rate_ci',
    example: 'poisson-rate',
    columns: ({ x, t }) => [
      { name: 'events', label: 'Events', kind: 'integer', data: [Number(x)] },
      { name: 'years', label: 'Years', data: [Number(t)] },
    ],
    options: () => ({ events: 'events', time: 'years' }),
    holds: { rate: 'rate', 'rate.low': 'lo', 'rate.high': 'hi' },
  },
  {
    analysis: 'reliable-change',
    test: 'reliable_change',
    example: 'rci-jt-cutoffs',
    only: ({ clin_mean: norms }) => norms !== undefined,
    columns: ({ pre, post }) => [
      { name: 'before', label: 'Score, before (lower is better)', data: list(pre) },
      { name: 'after', label: 'Score, after (lower is better)', data: list(post) },
    ],
    options: (input) => ({
      before: 'before',
      after: 'after',
      sd: Number(input.sd_pre),
      reliability: Number(input.reliability),
      cutoff: 'c',
      'clinical-mean': Number(input.clin_mean),
      'clinical-sd': Number(input.clin_sd),
      'general-mean': Number(input.norm_mean),
      'general-sd': Number(input.norm_sd),
    }),
    holds: {
      sem: 'sem',
      's-diff': 's_diff',
      critical: 'critical_change_exact_z',
      cutoff: 'cutoff_c',
      improved: ({ direction }) =>
        (direction as string[]).filter((way) => way === 'improved').length,
      deteriorated: ({ direction }) =>
        (direction as string[]).filter((way) => way === 'deteriorated').length,
    },
  },
  {
    analysis: 'kaplan-meier',
    test: 'kaplan_meier',
    example: 'km-aml-maintained',
    columns: ({ time, event }) => [
      { name: 'weeks', label: 'Weeks', data: list(time) },
      { name: 'relapse', label: 'Relapse', kind: 'yesno', data: list(event) },
    ],
    options: () => ({ time: 'weeks', event: 'relapse' }),
    holds: {
      n: 'n',
      events: 'events',
      median: 'median',
      'median.low': ({ median_ci_loglog: ci }) => (list(ci).includes(null) ? null : list(ci)[0]),
    },
  },
  {
    analysis: 'kaplan-meier',
    test: 'logrank',
    columns: ({ time, event, group }) => [
      { name: 'weeks', label: 'Weeks', data: list(time) },
      { name: 'relapse', label: 'Relapse', kind: 'yesno', data: list(event) },
      { name: 'group', label: 'Group', kind: 'category', data: (group as unknown[]).map(String) },
    ],
    options: () => ({ time: 'weeks', event: 'relapse', group: 'group' }),
    holds: { 'chi-square': 'chisq', df: 'df', p: 'p' },
    within: 1e-8,
  },
  {
    analysis: 'cox-regression',
    test: 'cox',
    example: 'cox-lung',
    columns: ({ time, event, age, sex }) => [
      { name: 'days', label: 'Days', data: list(time) },
      { name: 'death', label: 'Death', kind: 'yesno', data: list(event) },
      { name: 'age', label: 'Age', data: list(age) },
      { name: 'sex', label: 'Sex', data: list(sex) },
    ],
    options: () => ({ time: 'days', event: 'death', predictors: ['age', 'sex'] }),
    holds: {
      'b[Age]': 'coef_efron.0',
      'b[Sex]': 'coef_efron.1',
      'se[Age]': 'se_efron.0',
      'p[Sex]': 'p_efron.1',
      concordance: 'concordance',
    },
    within: 1e-6,
  },
];
