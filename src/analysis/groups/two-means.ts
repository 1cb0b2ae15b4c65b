import { escapeRich } from '../../model/rich.ts';
import { apaDf, apaList, apaTest, apaValue } from '../parts/apa.ts';
import { equalVariancesNote, normalityNote } from '../parts/assumption-notes.ts';
import { type Attempt, attempt, partOf } from '../parts/attempt.ts';
import type { OutcomeLine } from '../parts/batch.ts';
import { differenceWords } from '../parts/difference-words.ts';
import { type Bounds, type Quantity, quantity } from '../parts/quantity.ts';
import { count, meanSd } from '../parts/words.ts';
import { mannWhitney } from '../statistics/mann-whitney.ts';
import { type IndependentT, tIndependent } from '../statistics/t-independent.ts';
import type { TTestResult } from '../statistics/t-test-result.ts';
import { meansOf } from './group-columns.ts';
import type { Grouped } from './grouped.ts';
import { mannWhitneyP, mannWhitneyWords, rankQuantities } from './rank-sum-line.ts';

export interface TwoMeans extends OutcomeLine {
  grouped: Grouped;
  effect: { symbol: string; value: number | null; ci: Bounds | null };
}

export interface TwoMeansSettings {
  level: number;
  primary: 'welch' | 'student' | 'mann-whitney';
  hedges: boolean;
}

/** One outcome in two groups: both t-tests, the standardised difference, Mann and Whitney's test. */
export function twoMeans(data: Grouped, settings: TwoMeansSettings): TwoMeans {
  const { level, primary } = settings;
  const { label } = data.outcome;
  const [x = [], y = []] = data.groups.map(({ values }) => values);
  const both = attempt(() => tIndependent(x, y, level));
  const student: Attempt<TTestResult> = both.value
    ? { value: both.value.student, refused: '' }
    : both;
  const welch: Attempt<TTestResult> = both.value ? partOf(both.value.welch) : both;
  const ranks = attempt(() => mannWhitney(x, y, level));
  const [shown, other] = primary === 'student' ? [student, welch] : [welch, student];
  const effect = effectOf(both.value, settings.hedges);
  const byRanks = primary === 'mann-whitney';
  return {
    grouped: data,
    effect,
    label,
    reasons: data.reasons,
    n: data.n,
    p: byRanks ? mannWhitneyP(ranks.value) : (shown.value?.p ?? null),
    refused: byRanks ? ranks.refused : shown.refused,
    quantities: [
      ...meansOf(data),
      ...testQuantities(both.value, shown, byRanks ? 'p-t' : 'p'),
      quantity(
        primary === 'student' ? 'p-welch' : 'p-student',
        `p of ${primary === 'student' ? 'Welch’s' : 'Student’s'} t-test`,
        '*p*',
        other.value?.p,
        'p',
        { only: 'estimate', refused: other.refused },
      ),
      quantity(
        settings.hedges ? 'g' : 'd',
        'standardised difference',
        effect.symbol,
        effect.value,
        'statistic',
        {
          ci: effect.ci,
          by: settings.hedges ? 'noncentral t, times Hedges’ J' : 'noncentral t',
          refused: both.refused,
        },
      ),
      ...rankQuantities(ranks, byRanks ? 'p' : 'mann-whitney-p'),
    ],
    apa: apaOf(
      data,
      both.value,
      byRanks ? mannWhitneyWords(ranks.value) : tWords(shown.value, effect, level),
    ),
    plain: plainOf(data, both.value?.mean_diff ?? null, shown.value?.ci ?? null, level),
    notes: [normalityNote(label, data.groups), equalVariancesNote(label, data.groups)],
  };
}

function effectOf(both: IndependentT | null, hedges: boolean): TwoMeans['effect'] {
  if (!both) return { symbol: hedges ? '*g*' : '*d*', value: null, ci: null };
  return hedges
    ? { symbol: '*g*', value: both.hedges_g_exactJ, ci: both.g_ci_exactJ }
    : { symbol: '*d*', value: both.cohens_d_pooled, ci: both.d_ci_noncentral_t };
}

function testQuantities(
  both: IndependentT | null,
  { value: t, refused }: Attempt<TTestResult>,
  key: string,
): Quantity[] {
  const why = { refused };
  return [
    quantity('difference', 'mean difference', '*M*~diff~', both?.mean_diff, 'mean', {
      ci: t?.ci ?? null,
      by: 't',
      header: 'Difference',
      ...why,
    }),
    quantity('t', 't', '*t*', t?.t, 'statistic', why),
    quantity('df', 'degrees of freedom', '*df*', t?.df, 'statistic', {
      ...(t ? { text: apaDf(t.df) } : {}),
      ...why,
    }),
    quantity(key, 'p of the t-test', '*p*', t?.p, 'p', why),
  ];
}

function tWords(t: TTestResult | null, effect: TwoMeans['effect'], level: number): string {
  if (!t) return '';
  const size = apaValue(effect.symbol, effect.value, 'statistic', effect.ci, level);
  return apaList(apaTest('*t*', [t.df], t.t, t.p), size);
}

function apaOf({ groups }: Grouped, both: IndependentT | null, test: string): string {
  const means = groups.map(({ label, values }, i) => {
    const spread = meanSd({ mean: both?.mean[i] ?? null, sd: both?.sd[i] ?? null });
    return `${escapeRich(label)} ${both ? `${spread}, ` : ''}*n* = ${count(values.length)}`;
  });
  return `${means.join('; ')}; ${test}`;
}

function plainOf(
  data: Grouped,
  difference: number | null,
  ci: Bounds | null,
  level: number,
): string {
  const [x, y] = data.groups.map(
    ({ label, values }) => `${escapeRich(label)} (*n* = ${count(values.length)})`,
  );
  const name = escapeRich(data.outcome.label);
  if (difference === null) return `${name}: no difference of means could be computed.`;
  const words = differenceWords(difference, ci ?? [null, null], level, {
    than: `in ${x} than in ${y}`,
    same: `in ${x} and ${y}`,
  });
  return `${name} was on average ${words}.`;
}
