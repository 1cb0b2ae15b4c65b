import { formatNumber } from '../../model/format.ts';
import type { Finding, Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { mean } from '../numeric/moments.ts';
import { NO_COMPARISON } from '../paired/change-notes.ts';
import { apaList, apaTest, apaValue } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding, type OutcomeLine } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { quantity } from '../parts/quantity.ts';
import { choiceOf } from '../parts/read-options.ts';
import {
  CONFIDENCE,
  choice,
  levelOf,
  PAIR_ADJUST,
  pairAdjustmentOf,
} from '../parts/standard-options.ts';
import {
  type Measurements,
  measurementOptions,
  measurementsOf,
  valuesAt,
} from '../repeated/measurements.ts';
import { pairedPairs } from '../repeated/paired-pairs.ts';
import { repeatedFigures } from '../repeated/repeated-figures.ts';
import { timesTable } from '../repeated/times-table.ts';
import { anovaRepeated, type RepeatedAnova } from '../statistics/anova-repeated.ts';
import { friedman } from '../statistics/friedman.ts';

const SPHERICITY = {
  'greenhouse-geisser': 'Greenhouse–Geisser',
  'huynh-feldt': 'Huynh–Feldt',
  none: 'None (sphericity assumed)',
};

type Sphericity = keyof typeof SPHERICITY;

export const repeatedAnova: Analysis = {
  id: 'repeated-anova',
  title: 'Repeated-measures analysis of variance',
  question: 'change',
  answers: 'Did averages change over three or more times?',
  words: [
    'repeated measures ANOVA',
    'within subjects',
    'several time points',
    'follow-up',
    'Greenhouse–Geisser',
    'Huynh–Feldt',
    'Mauchly',
    'sphericity',
  ],
  options: [
    ...measurementOptions(2),
    choice(
      'sphericity',
      'Correction for sphericity',
      'Chosen in advance and recorded; the degrees of freedom are multiplied by ε.',
      SPHERICITY,
    ),
    PAIR_ADJUST,
    CONFIDENCE,
  ],
  guide: {
    formula: [
      '*F* = (SS~times~ / (*k* − 1)) / (SS~error~ / ((*k* − 1)(*n* − 1))), the differences between people taken out.',
      'ε of Greenhouse and Geisser, and of Huynh and Feldt (taken as 1 where it is larger), multiplies both degrees of freedom.',
      'Partial η² = SS~times~ / (SS~times~ + SS~error~); generalised η² has the differences between people in the denominator too.',
      'Beside it: Mauchly’s test of sphericity, Friedman’s test, paired t-tests of every two times.',
    ],
    sources: [CITE.greenhouseGeisser, CITE.huynhFeldt, CITE.mauchly, CITE.olejnik],
    refuses: [
      'Fewer than two people with every measurement.',
      'Measurements that are the same for everyone, or that change by the same amount for everyone.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const sphericity = choiceOf(options, 'sphericity', Object.keys(SPHERICITY) as Sphericity[]);
  const data = measurementsOf(view, options);
  const line = lineOf(data, sphericity);
  const pairs = pairedPairs(data, 't', pairAdjustmentOf(options), level);
  return batchFinding(view, [line], {
    method: {
      name: 'Repeated-measures analysis of variance',
      variant: `${data.times.length} measurements; correction: ${SPHERICITY[sphericity]}`,
      citations: [CITE.greenhouseGeisser, CITE.huynhFeldt],
    },
    level,
    table: { title: `${data.label}: change over time`, first: 'Measure' },
    tables: [timesTable(data, view.unit, level), pairs.table],
    estimates: pairs.estimates,
    figures: repeatedFigures(data, view.unit, level),
    notes: [NO_COMPARISON],
  });
}

function lineOf(data: Measurements, sphericity: Sphericity): OutcomeLine {
  const { value, refused } = attempt(() => anovaRepeated(data));
  const ranks = attempt(() => friedman(data));
  const why = { refused: refused || 'the changes are the same for everyone' };
  const corrected = value ? correctedOf(value, sphericity) : null;
  const means = data.times.map((time, j) => {
    const values = valuesAt(data, j);
    return `${escapeRich(time)} ${values.length > 0 ? formatNumber(mean(values), 'mean') : '–'}`;
  });
  return {
    label: data.label,
    reasons: data.reasons,
    n: data.rows.length,
    p: corrected?.p ?? null,
    refused: value?.F === null ? why.refused : refused,
    quantities: [
      quantity('n', 'n', '*n*', data.rows.length, 'count'),
      quantity('F', 'F', '*F*', value?.F, 'statistic', why),
      quantity('df1', 'degrees of freedom of times', '*df*~1~', corrected?.df1, 'statistic', why),
      quantity('df2', 'degrees of freedom of error', '*df*~2~', corrected?.df2, 'statistic', why),
      quantity('p', `p (${SPHERICITY[sphericity]})`, '*p*', corrected?.p, 'p', why),
      quantity(
        'epsilon-gg',
        'ε of Greenhouse and Geisser',
        'ε~GG~',
        value?.greenhouse_geisser_eps,
        'correlation',
        why,
      ),
      quantity(
        'epsilon-hf',
        'ε of Huynh and Feldt',
        'ε~HF~',
        value?.huynh_feldt_eps,
        'correlation',
        why,
      ),
      quantity('p-uncorrected', 'p without correction', '*p*', value?.p, 'p', {
        only: 'estimate',
        ...why,
      }),
      quantity('p-gg', 'p after Greenhouse and Geisser', '*p*', value?.p_gg, 'p', {
        only: 'estimate',
        ...why,
      }),
      quantity('p-hf', 'p after Huynh and Feldt', '*p*', value?.p_hf, 'p', {
        only: 'estimate',
        ...why,
      }),
      quantity('partial-eta2', 'partial η²', 'η²~p~', value?.partial_eta2, 'correlation', why),
      quantity(
        'generalised-eta2',
        'generalised η²',
        'η²~G~',
        value?.generalized_eta2,
        'correlation',
        why,
      ),
      quantity('friedman-p', 'p of Friedman’s test', '*p*', ranks.value?.p, 'p', {
        header: 'Friedman *p*',
        refused: ranks.refused || 'nobody changed',
      }),
    ],
    apa:
      value && corrected
        ? apaList(
            apaTest('*F*', [corrected.df1, corrected.df2], value.F, corrected.p),
            apaValue('η²~p~', value.partial_eta2, 'correlation'),
            apaValue('η²~G~', value.generalized_eta2, 'correlation'),
          )
        : '',
    plain: `${escapeRich(data.label)}, on average: ${means.join(', ')} (*n* = ${data.rows.length} with every measurement).`,
    notes: value ? [sphericityNote(value, data.label)] : [],
  };
}

function correctedOf(test: RepeatedAnova, sphericity: Sphericity) {
  const epsilon = {
    'greenhouse-geisser': test.greenhouse_geisser_eps,
    'huynh-feldt': test.huynh_feldt_eps === null ? null : Math.min(1, test.huynh_feldt_eps),
    none: 1,
  }[sphericity];
  const p = { 'greenhouse-geisser': test.p_gg, 'huynh-feldt': test.p_hf, none: test.p }[sphericity];
  if (epsilon === null) return { df1: null, df2: null, p };
  return { df1: epsilon * test.df1, df2: epsilon * test.df2, p };
}

function sphericityNote({ mauchly_W, mauchly_p }: RepeatedAnova, label: string): Note {
  const words =
    mauchly_W === null || mauchly_p === null
      ? 'two measurements are always spherical, or there are too few people'
      : apaTest('*W*', [], mauchly_W, mauchly_p);
  return {
    kind: 'assumption',
    text: `${escapeRich(label)}: sphericity, Mauchly’s test: ${words}. Shown, not used to choose the correction.`,
    citation: 'Mauchly (1940)',
  };
}
