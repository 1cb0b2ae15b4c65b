import { formatP } from '../../model/format.ts';
import type { SquareTable } from '../cross/square-table.ts';
import { apaList, apaTest, apaValue } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { type Quantity, quantity } from '../parts/quantity.ts';
import { count } from '../parts/words.ts';
import { mcnemar } from '../statistics/mcnemar.ts';
import { pairedProportions } from '../statistics/paired-proportions.ts';
import { stuartMaxwellBowker } from '../statistics/stuart-maxwell-bowker.ts';

export const PRIMARY = {
  exact: 'McNemar’s test, exact',
  'mid-p': 'McNemar’s test, mid-p',
  'chi-square': 'McNemar’s χ²',
};

export type Primary = keyof typeof PRIMARY;

interface Tested {
  quantities: readonly Quantity[];
  p: number | null;
  refused: string;
  apa: string;
}

export function twoCategories(table: SquareTable, primary: Primary, level: number): Tested {
  const { value, refused } = attempt(() => mcnemar(table.counts, level));
  const shares = attempt(() => pairedProportions(table.counts, level)).value;
  const why = { refused: refused || 'nobody changed' };
  const changed = value?.chisq_no_cc !== null;
  const p = { exact: value?.p_exact_binomial, 'mid-p': value?.p_mid, 'chi-square': value?.p_no_cc };
  const key = (test: Primary) => (test === primary ? 'p' : `p-${test}`);
  const given = (test: Primary) => (changed ? (p[test] ?? null) : null);
  const [low, high] = value?.or_ci_exact ?? [null, null];
  return {
    p: given(primary),
    refused: changed ? refused : why.refused,
    quantities: [
      quantity('n', 'n', '*n*', table.n, 'count'),
      quantity(
        'b',
        `${table.levels[0]} to ${table.levels[1]}`,
        '*b*',
        table.counts[0]?.[1],
        'count',
      ),
      quantity(
        'c',
        `${table.levels[1]} to ${table.levels[0]}`,
        '*c*',
        table.counts[1]?.[0],
        'count',
      ),
      quantity('chi-square', 'McNemar’s χ²', 'χ²', value?.chisq_no_cc, 'statistic', why),
      quantity(key('exact'), 'exact p', '*p*', given('exact'), 'p', {
        header: 'Exact *p*',
        ...why,
      }),
      quantity(key('mid-p'), 'mid-p', 'mid-*p*', given('mid-p'), 'p', {
        header: 'Mid-*p*',
        ...why,
      }),
      quantity(key('chi-square'), 'p of χ²', '*p*', given('chi-square'), 'p', {
        header: 'χ² *p*',
        ...why,
      }),
      quantity('odds-ratio', 'odds ratio b/c', '*OR*', value?.odds_ratio_b_over_c, 'statistic', {
        ci: [low, high],
        by: 'exact',
        refused: 'nobody changed in one of the directions',
      }),
      quantity(
        'difference',
        `share of ${table.levels[0]}, before − after, points`,
        'Difference',
        shares && 100 * shares.diff,
        'points',
        {
          ci: shares && [100 * shares.wald_lo, 100 * shares.wald_hi],
          by: 'Wald',
          ...why,
        },
      ),
    ],
    apa: apaList(
      `${primary === 'chi-square' ? apaTest('χ²', [1], value?.chisq_no_cc ?? null, null) : `McNemar’s test (*b* = ${table.counts[0]?.[1] ?? 0}, *c* = ${table.counts[1]?.[0] ?? 0})`}`,
      `*N* = ${count(table.n)}`,
      p[primary] !== null &&
        p[primary] !== undefined &&
        `${primary === 'mid-p' ? 'mid-' : primary === 'exact' ? 'exact ' : ''}${formatP(p[primary])}`,
      apaValue('*OR*', value?.odds_ratio_b_over_c ?? null, 'statistic', [low, high], level),
    ),
  };
}

export function moreCategories(table: SquareTable): Tested {
  const few = table.levels.length < 2 ? 'there are fewer than 2 categories' : '';
  const test = attempt(() => stuartMaxwellBowker(table.counts));
  const { stuart_maxwell: margins, bowker } = test.value ?? {};
  const why = { refused: few || test.refused || 'nobody changed' };
  const moved = bowker && bowker.df_nonempty_pairs > 0 ? bowker : null;
  return {
    p: margins?.p ?? null,
    refused: margins?.p === null ? why.refused : few || test.refused,
    quantities: [
      quantity('n', 'n', '*n*', table.n, 'count'),
      quantity('stuart-maxwell', 'Stuart–Maxwell χ²', 'χ²~SM~', margins?.chisq, 'statistic', why),
      quantity('df', 'degrees of freedom', '*df*', margins?.df, 'count', why),
      quantity('p', 'p of Stuart–Maxwell', '*p*', margins?.p, 'p', why),
      quantity('bowker', 'Bowker’s χ²', 'χ²~B~', moved?.chisq, 'statistic', why),
      quantity(
        'bowker-df',
        'Bowker’s degrees of freedom',
        '*df*',
        moved?.df_nonempty_pairs,
        'count',
        {
          header: 'Bowker *df*',
          ...why,
        },
      ),
      quantity('bowker-p', 'p of Bowker', '*p*', bowker?.p_df_nonempty_pairs, 'p', {
        header: 'Bowker *p*',
        ...why,
      }),
    ],
    apa: apaList(
      `Stuart–Maxwell ${apaTest('χ²', [margins?.df ?? null], margins?.chisq ?? null, margins?.p ?? null)}`,
      moved &&
        `Bowker ${apaTest('χ²', [moved.df_nonempty_pairs], moved.chisq, moved.p_df_nonempty_pairs)}`,
      `*N* = ${count(table.n)}`,
    ),
  };
}
