import { formatNumber, formatP } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { apaList, apaTest } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { shareWords } from '../parts/percent.ts';
import { estimatesOf, quantity } from '../parts/quantity.ts';
import { CATEGORIES, CONFIDENCE, levelOf, variable } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import { stepFigure } from '../survival/step-figure.ts';
import { curvesOf, survivalData, testOf } from '../survival/survival-data.ts';
import { SURVIVAL_OPTIONS } from '../survival/survival-options.ts';
import { lifeTable, medianTable, survivalLine } from '../survival/survival-tables.ts';

export const kaplanMeier: Analysis = {
  id: 'kaplan-meier',
  title: 'Kaplan–Meier curves and log-rank test',
  question: 'time',
  answers: 'How long until something happens, and do groups differ?',
  words: [
    'survival',
    'time to event',
    'log-rank',
    'median time',
    'waiting time',
    'drop-out',
    'retention',
    'numbers at risk',
  ],
  options: [
    ...SURVIVAL_OPTIONS,
    variable(
      'group',
      'Groups',
      'A curve for each category, compared with the log-rank test.',
      CATEGORIES,
      false,
    ),
    CONFIDENCE,
  ],
  guide: {
    formula: [
      'At each time with events the share without the event is multiplied by (at risk − events) / at risk. Standard error after Greenwood, intervals on the scale of log(−log).',
      'Median: the first time at which the share is at most one half, its interval where the interval of the curve crosses one half (Brookmeyer and Crowley).',
      'Log-rank: χ² of observed and expected events, with one degree of freedom less than groups; Peto and Peto’s test weighs early events more.',
    ],
    sources: [CITE.kaplanMeier, CITE.greenwood, CITE.brookmeyer, CITE.mantel],
    refuses: [
      'No complete rows, a negative time, an event that is not 0 or 1.',
      'The log-rank test without events while two groups are under observation.',
      'A median that the curve does not reach.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const data = survivalData(view, options);
  const all = attempt(() => curvesOf(data, level));
  const curves = all.value ?? [];
  const test = data.by === '' ? null : attempt(() => testOf(data));
  const lines = curves.map(survivalLine);
  const events = curves.reduce((total, { curve }) => total + curve.events, 0);
  const n = data.rows.length;
  const medians = curves.map(
    ({ label, curve }) =>
      `${label === '' ? '' : `${escapeRich(label)} `}${curve.median === null ? 'not reached' : formatNumber(curve.median, 'number')}`,
  );
  const line = {
    label: data.event,
    reasons: data.reasons,
    n,
    p: test?.value?.p ?? null,
    refused: all.refused,
    quantities: [
      quantity('n', 'n', '*n*', n, 'count'),
      quantity('events', 'events', 'Events', events, 'count'),
      ...(test
        ? [
            quantity('chi-square', 'log-rank χ²', 'χ²', test.value?.chisq, 'statistic', {
              refused: test.refused,
            }),
            quantity('df', 'degrees of freedom', '*df*', test.value?.df, 'count', {
              refused: test.refused,
            }),
            quantity('p', 'p of the log-rank test', '*p*', test.value?.p, 'p', {
              refused: test.refused,
            }),
            quantity('peto-p', 'p of Peto and Peto’s test', '*p*', test.value?.peto_peto_p, 'p', {
              header: 'Peto *p*',
              refused: test.refused,
            }),
          ]
        : []),
    ],
    apa: apaList(
      test?.value
        ? `log-rank ${apaTest('χ²', [test.value.df], test.value.chisq, test.value.p)}`
        : null,
      `median ${medians.join('; ')}`,
      `*n* = ${count(n)}`,
      `${count(events)} events`,
    ),
    plain: `${escapeRich(data.event)} was seen for ${shareWords(events, n, escapeRich(view.unit))}; median ${escapeRich(data.time)}: ${medians.join(', ')}${test?.value ? ` (${formatP(test.value.p)})` : ''}.`,
    notes: test?.refused
      ? [
          {
            kind: 'refused' as const,
            text: `Log-rank test: not computable because ${test.refused}.`,
          },
        ]
      : [],
  };
  return batchFinding(view, [line], {
    method: {
      name: 'Kaplan–Meier',
      variant: `${percentLevel(level)} intervals on the scale of log(−log)${test ? `; log-rank test by ${data.by}` : ''}`,
      citations: [CITE.kaplanMeier, CITE.brookmeyer, ...(test ? [CITE.mantel] : [])],
    },
    level,
    table: { title: `Time to ${data.event}`, first: 'Event' },
    tables: lines.length > 0 ? [medianTable(lines, data.by, level), lifeTable(curves)] : [],
    estimates: lines.flatMap((each) =>
      estimatesOf(each, level, {
        keyOf: (key) => (each.label === 'All' ? key : `${key}[${each.label}]`),
        refused: 'the curve does not fall to one half',
      }),
    ),
    figures: curves.length > 0 ? [stepFigure(curves, data, view.unit, level)] : [],
    notes: [
      {
        kind: 'assumption',
        text: 'Those who leave observation are taken to be as likely to have the event later as those who stay.',
      },
    ],
  });
}
