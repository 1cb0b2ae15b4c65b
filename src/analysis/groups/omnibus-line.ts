import { formatP } from '../../model/format.ts';
import { escapeRich } from '../../model/rich.ts';
import { apaDf, apaList, apaTest, apaValue } from '../parts/apa.ts';
import { equalVariancesNote, normalityNote } from '../parts/assumption-notes.ts';
import { type Attempt, attempt, partOf } from '../parts/attempt.ts';
import type { OutcomeLine } from '../parts/batch.ts';
import { quantity } from '../parts/quantity.ts';
import { capital, count, meanSd } from '../parts/words.ts';
import { anovaOneway, type OneWayAnova } from '../statistics/anova-oneway.ts';
import type { FTest } from '../statistics/f-test.ts';
import { kruskalWallis } from '../statistics/kruskal-wallis.ts';
import { notComputable } from '../statistics/read-input.ts';
import type { Grouped } from './grouped.ts';

export const OMNIBUS = {
  welch: 'Welch’s analysis of variance',
  classic: 'Classic analysis of variance',
  'brown-forsythe': 'Brown and Forsythe’s F*',
  'kruskal-wallis': 'Kruskal–Wallis test',
} as const;

export type Omnibus = keyof typeof OMNIBUS;

export interface OmnibusLine extends OutcomeLine {
  grouped: Grouped;
  test: OneWayAnova | null;
}

/** Below this p a sentence says that groups differed; a convention. */
const CLEAR = 0.05;

/** One outcome in several groups: analyses of variance and Kruskal and Wallis's test beside them. */
export function omnibusLine(
  data: Grouped,
  { level, primary }: { level: number; primary: Omnibus },
): OmnibusLine {
  const { label } = data.outcome;
  const lists = data.groups.map(({ values }) => values);
  const all = attempt(() => {
    if (lists.length >= 2) return anovaOneway(lists, level);
    throw notComputable(
      'Analysis of variance',
      `at least 2 groups with values are required, and there ${lists.length === 1 ? 'is 1' : 'are none'}.`,
    );
  });
  const ranks = attempt(() => kruskalWallis(lists));
  const tests = testsOf(all);
  const byRanks = primary === 'kruskal-wallis';
  const shown = tests[byRanks ? 'welch' : primary];
  const rankRefused = ranks.refused || (ranks.value?.p === null ? 'all values are the same' : '');
  const chosen = byRanks
    ? { p: ranks.value?.p ?? null, refused: all.refused || rankRefused }
    : { p: shown.value?.p ?? null, refused: shown.refused };
  const others = (Object.keys(tests) as (keyof typeof tests)[]).filter(
    (each) => each !== primary && !(byRanks && each === 'welch'),
  );
  return {
    grouped: data,
    test: all.value,
    label,
    reasons: data.reasons,
    n: data.n,
    ...chosen,
    quantities: [
      quantity('n', 'n', '*n*', data.n, 'count'),
      quantity('groups', 'groups', '*k*', data.groups.length, 'count'),
      quantity('F', 'F', '*F*', shown.value?.F, 'statistic', {
        refused: shown.refused || 'it is infinite: nothing varies within the groups',
      }),
      quantity('df1', 'degrees of freedom between', '*df*~1~', shown.value?.df1, 'count', {
        refused: shown.refused,
      }),
      quantity('df2', 'degrees of freedom within', '*df*~2~', shown.value?.df2, 'statistic', {
        refused: shown.refused,
        ...(shown.value ? { text: apaDf(shown.value.df2) } : {}),
      }),
      quantity(byRanks ? 'p-F' : 'p', 'p of F', '*p*', shown.value?.p, 'p', {
        refused: shown.refused,
      }),
      quantity('eta2', 'η²', 'η²', all.value?.eta2, 'correlation', { refused: all.refused }),
      quantity('omega2', 'ω²', 'ω²', all.value?.omega2, 'correlation', { refused: all.refused }),
      ...others.map((each) =>
        quantity(`p-${each}`, `p, ${OMNIBUS[each]}`, '*p*', tests[each].value?.p, 'p', {
          only: 'estimate',
          refused: tests[each].refused,
        }),
      ),
      quantity('H', 'Kruskal–Wallis H', '*H*', ranks.value?.H, 'statistic', {
        only: 'estimate',
        refused: rankRefused,
      }),
      quantity(
        byRanks ? 'p' : 'kruskal-wallis-p',
        'p of the Kruskal–Wallis test',
        '*p*',
        ranks.value?.p,
        'p',
        {
          header: 'Kruskal–Wallis *p*',
          refused: rankRefused,
        },
      ),
    ],
    apa: apaList(
      byRanks
        ? apaTest('*H*', [ranks.value?.df ?? null], ranks.value?.H ?? null, ranks.value?.p ?? null)
        : shown.value &&
            apaTest('*F*', [shown.value.df1, shown.value.df2], shown.value.F, shown.value.p),
      all.value && apaValue('η²', all.value.eta2, 'correlation'),
      all.value && apaValue('ω²', all.value.omega2, 'correlation'),
    ),
    plain: plainOf(data, all.value, chosen.p),
    notes: [normalityNote(label, data.groups), equalVariancesNote(label, data.groups)],
  };
}

type Tests = Record<Exclude<Omnibus, 'kruskal-wallis'>, Attempt<FTest>>;

function testsOf(all: Attempt<OneWayAnova>): Tests {
  if (!all.value) return { welch: all, classic: all, 'brown-forsythe': all };
  const { welch, brown_forsythe_F_star: star, F, df, p } = all.value;
  const classic: Attempt<FTest> =
    p === null
      ? { value: null, refused: 'the values do not vary within the groups' }
      : { value: { F, df1: df[0], df2: df[1], p }, refused: '' };
  return { welch: partOfTest(welch), classic, 'brown-forsythe': partOfTest(star) };
}

function partOfTest(test: FTest): Attempt<FTest> {
  const { refused } = test;
  if (refused) return partOf<FTest>({ refused });
  return test.p === null
    ? { value: null, refused: 'the values do not vary within the groups' }
    : { value: test, refused: '' };
}

/** "Age differed between the 3 groups of Site (*p* = .012): A *M* = …, *n* = 20; …." */
function plainOf({ outcome, by, groups }: Grouped, test: OneWayAnova | null, p: number | null) {
  const means = groups.map(({ label, values }, i) => {
    const spread = meanSd({ mean: test?.mean[i] ?? null, sd: test?.sd[i] ?? null });
    return `${escapeRich(label)} ${spread}, *n* = ${count(values.length)}`;
  });
  const words = p !== null && p < CLEAR ? 'differed' : 'did not differ clearly';
  const tested = p === null ? '' : ` (${formatP(p)})`;
  return `${capital(escapeRich(outcome.label))} ${words} between the ${groups.length} groups of ${escapeRich(by)}${tested}: ${means.join('; ')}.`;
}
