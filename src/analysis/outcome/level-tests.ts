import { normalTwoSided } from '../numeric/normal.ts';
import type { Transition } from '../paired/transition.ts';
import { attempt } from '../parts/attempt.ts';
import { mcnemar } from '../statistics/mcnemar.ts';
import { stuartMaxwellBowker } from '../statistics/stuart-maxwell-bowker.ts';

export interface LevelTest {
  key: string;
  name: string;
  symbol: string;
  value: number | null;
  df: number | null;
  p: number | null;
  refused: string;
}

const NOBODY = 'nobody changed';

/** @param concern the first level of concern, from 1; 0 leaves McNemar's test out */
export function levelTests({ counts, levels }: Transition, concern: number): LevelTest[] {
  const both = attempt(() => stuartMaxwellBowker(counts));
  const { stuart_maxwell: margins, bowker } = both.value ?? {};
  const refused = both.refused || NOBODY;
  const moved = bowker?.df_nonempty_pairs ?? 0;
  return [
    {
      key: 'stuart-maxwell',
      name: 'Stuart–Maxwell',
      symbol: 'χ²',
      value: margins?.chisq ?? null,
      df: margins?.df ?? null,
      p: margins?.p ?? null,
      refused,
    },
    {
      key: 'bowker',
      name: 'Bowker',
      symbol: 'χ²',
      value: moved > 0 ? (bowker?.chisq ?? null) : null,
      df: moved > 0 ? moved : null,
      p: bowker?.p_df_nonempty_pairs ?? null,
      refused,
    },
    { ...trend(counts), refused },
    ...(concern >= 2 && concern <= levels.length ? [split(counts, levels, concern)] : []),
  ];
}

/**
 * The linear test of marginal homogeneity: Z = Σ d / √Σ d² over the changes d of level (as coin's `mh_test`
 * with scores 1, 2, 3 …), negative where people went down.
 */
function trend(counts: Transition['counts']): Omit<LevelTest, 'refused'> {
  let sum = 0;
  let squares = 0;
  counts.forEach((row, i) => {
    row.forEach((n, j) => {
      sum += n * (j - i);
      squares += n * (j - i) ** 2;
    });
  });
  const z = squares > 0 ? sum / Math.sqrt(squares) : null;
  return {
    key: 'trend',
    name: 'Ordinal trend',
    symbol: '*Z*',
    value: z,
    df: null,
    p: z === null ? null : normalTwoSided(z),
  };
}

function split(
  counts: Transition['counts'],
  levels: readonly string[],
  concern: number,
): LevelTest {
  const table = [
    [0, 0],
    [0, 0],
  ];
  counts.forEach((row, i) => {
    row.forEach((n, j) => {
      const line = table[i + 1 >= concern ? 1 : 0] as number[];
      const k = j + 1 >= concern ? 1 : 0;
      line[k] = (line[k] ?? 0) + n;
    });
  });
  const test = attempt(() => mcnemar(table));
  return {
    key: 'mcnemar',
    name: `McNemar, ${levels[concern - 1]} and above against those below (exact *p*)`,
    symbol: 'χ²',
    value: test.value?.chisq_no_cc ?? null,
    df: test.value?.chisq_no_cc == null ? null : 1,
    p: test.value?.chisq_no_cc == null ? null : test.value.p_exact_binomial,
    refused: test.refused || NOBODY,
  };
}
