import { formatP } from '../../model/format.ts';
import { variableNamed } from '../../model/frame.ts';
import type { Finding, Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { marginBars, squareCounts, squareGrid } from '../cross/square-parts.ts';
import { type SquareTable, squareTable } from '../cross/square-table.ts';
import { NO_COMPARISON } from '../paired/change-notes.ts';
import { checkDifferent } from '../paired/pair-options.ts';
import { apaList, apaTest, apaValue } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { shareWords } from '../parts/percent.ts';
import { type Quantity, quantity } from '../parts/quantity.ts';
import { choiceOf, variableChosen } from '../parts/read-options.ts';
import {
  CATEGORIES,
  CONFIDENCE,
  choice,
  levelOf,
  variable,
  WEIGHT,
} from '../parts/standard-options.ts';
import { count } from '../parts/words.ts';
import { mcnemar } from '../statistics/mcnemar.ts';
import { pairedProportions } from '../statistics/paired-proportions.ts';
import { stuartMaxwellBowker } from '../statistics/stuart-maxwell-bowker.ts';

const PRIMARY = {
  exact: 'McNemar’s test, exact',
  'mid-p': 'McNemar’s test, mid-p',
  'chi-square': 'McNemar’s χ²',
};

type Primary = keyof typeof PRIMARY;

export const pairedCategories: Analysis = {
  id: 'paired-categories',
  title: 'McNemar, Stuart–Maxwell and Bowker tests',
  question: 'change',
  answers: 'Did the shares of categories change from before to after?',
  words: [
    'McNemar',
    'Stuart–Maxwell',
    'Bowker',
    'marginal homogeneity',
    'paired proportions',
    'caseness',
    'transition table',
  ],
  options: [
    variable('first', 'Before', 'The category before.', CATEGORIES),
    variable('second', 'After', 'The category after, with the same categories.', CATEGORIES),
    choice(
      'primary',
      'Primary test of two categories',
      'Chosen in advance and recorded; all are shown. With more than two categories Stuart and Maxwell’s test is primary.',
      PRIMARY,
    ),
    CONFIDENCE,
    WEIGHT,
  ],
  guide: {
    formula: [
      'Two categories: of those who changed, *b* one way and *c* the other. Exact: *b* is binomial(*b* + *c*, ½); mid-p counts half of the observed probability; χ² = (*b* − *c*)² / (*b* + *c*).',
      'More categories: Stuart and Maxwell’s χ² = *d*′*S*⁻¹*d*, *d* the differences of the margins; Bowker’s χ² = Σ(*n*~ij~ − *n*~ji~)² / (*n*~ij~ + *n*~ji~), pairs of cells that are both empty left out.',
      'Odds ratio *b* / *c* with its exact interval; difference of the shares with Wald’s interval.',
    ],
    sources: [CITE.mcnemar, CITE.fagerland, CITE.stuart, CITE.maxwell, CITE.bowker],
    refuses: [
      'Fewer than two categories.',
      'Tests when nobody changed.',
      'A variable compared with itself.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const primary = choiceOf(options, 'primary', Object.keys(PRIMARY) as Primary[]);
  const [first, second] = [variableChosen(options, 'first'), variableChosen(options, 'second')];
  checkDifferent([first], [second]);
  const table = squareTable(view, first, second);
  const two = table.levels.length === 2;
  const tested = two ? twoOf(table, primary, level) : moreOf(table);
  const [before, after] = table.names;
  const same = table.counts.reduce((total, line, i) => total + (line[i] ?? 0), 0);
  const line = {
    label: `${before}, ${after}`,
    reasons: table.reasons,
    n: table.n,
    ...tested,
    plain: `${shareWords(same, table.n, view.unit)} stayed in the same category from ${escapeRich(before)} to ${escapeRich(after)}${two ? `; ${marginWords(table)}` : ''}${tested.p === null ? '' : ` (${formatP(tested.p)})`}.`,
    notes: emptyNotes(table),
  };
  return batchFinding(view, [line], {
    method: {
      name: two ? 'McNemar’s test' : 'Stuart–Maxwell and Bowker tests',
      variant: two ? `primary: ${PRIMARY[primary]}` : 'primary: Stuart–Maxwell',
      citations: two ? [CITE.mcnemar, CITE.fagerland] : [CITE.stuart, CITE.maxwell, CITE.bowker],
    },
    level,
    table: { title: `Change from ${before} to ${after}`, first: 'Variables' },
    tables: [
      squareCounts(table, `Numbers of ${view.unit} with both values. The diagonal did not change.`),
    ],
    figures:
      table.n === 0
        ? []
        : [
            marginBars(table, view.unit, variableNamed(view.frame, first).values.length > 0),
            squareGrid(table, view.unit, 'No change'),
          ],
    notes: [NO_COMPARISON],
  });
}

interface Tested {
  quantities: readonly Quantity[];
  p: number | null;
  refused: string;
  apa: string;
}

function twoOf(table: SquareTable, primary: Primary, level: number): Tested {
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

function moreOf(table: SquareTable): Tested {
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

/** "“Yes” 40 of 60 (67 %) before, 24 of 60 (40 %) after" */
function marginWords({ levels, rowTotals, columnTotals, n, names }: SquareTable): string {
  const words = (total: number | undefined) => shareWords(total ?? 0, n, '');
  return escapeRich(
    `“${levels[0]}”: ${names[0]} ${words(rowTotals[0])}, ${names[1]} ${words(columnTotals[0])}`,
  );
}

function emptyNotes(table: SquareTable): Note[] {
  if (table.levels.length >= 2) return [];
  return [{ kind: 'note', text: 'Everybody with both values is in one category.' }];
}
