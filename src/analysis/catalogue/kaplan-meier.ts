import type { StepCurve, StepFigure } from '../../model/figure.ts';
import { formatNumber, formatP } from '../../model/format.ts';
import type { Finding, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { SURVIVAL_OPTIONS } from '../models/survival-data.ts';
import { apaList, apaTest } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { levelsOf } from '../parts/levels.ts';
import { outcomesOf, plainLabel } from '../parts/outcomes.ts';
import { shareWords } from '../parts/percent.ts';
import { estimatesOf, linesTable, type QuantityLine, quantity } from '../parts/quantity.ts';
import { variableChosen, variableOrNone } from '../parts/read-options.ts';
import { anyMissing } from '../parts/reasons.ts';
import { CATEGORIES, CONFIDENCE, levelOf, variable } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import { type KaplanMeier, kaplanMeier as productLimit } from '../statistics/kaplan-meier.ts';
import { type Logrank, logrank } from '../statistics/logrank.ts';
import { survivalOf } from '../statistics/survival-input.ts';

interface Curve {
  label: string;
  curve: KaplanMeier;
}

/** Numbers at risk are shown at about this many times. */
const RISK_TIMES = 6;

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
  const lines = curves.map(lineOf);
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

interface SurvivalData {
  rows: readonly number[];
  times: Float64Array;
  events: Float64Array;
  /** One a row; '' without groups. */
  groups: readonly string[];
  labels: readonly string[];
  time: string;
  event: string;
  by: string;
  reasons: ReturnType<typeof anyMissing>;
}

function survivalData(view: View, options: Options): SurvivalData {
  const [time, event] = outcomesOf(view, [
    variableChosen(options, 'time'),
    variableChosen(options, 'event'),
  ]);
  if (!time || !event) throw new Error('no variables');
  const group = variableOrNone(options, 'group');
  const levels = group === null ? null : levelsOf(view, group, 'group');
  const by = levels ? plainLabel(levels.variable) : '';
  const reasons = anyMissing([
    time,
    event,
    ...(levels ? [{ label: by, reasons: levels.reasons }] : []),
  ]);
  const rows: number[] = [];
  reasons.codes.forEach((code, i) => {
    if (code === 0) rows.push(i);
  });
  const codes = levels?.codes();
  const groups = rows.map((i) => levels?.labels[codes?.[i] ?? -1] ?? '');
  return {
    rows,
    times: Float64Array.from(rows, (i) => time.values[i] as number),
    events: Float64Array.from(rows, (i) => event.values[i] as number),
    groups,
    labels: levels ? levels.labels.filter((label) => groups.includes(label)) : [''],
    time: time.label,
    event: event.label,
    by,
    reasons,
  };
}

function curvesOf(data: SurvivalData, level: number): Curve[] {
  survivalOf(data.times, data.events);
  return data.labels.map((label) => {
    const own = (values: Float64Array) => values.filter((_, i) => data.groups[i] === label);
    return { label, curve: productLimit(survivalOf(own(data.times), own(data.events)), level) };
  });
}

function testOf({ times, events, groups }: SurvivalData): Logrank {
  const survival = survivalOf(times, events);
  return logrank(
    survival,
    survival.order.map((i) => groups[i] ?? ''),
  );
}

function lineOf({ label, curve }: Curve): QuantityLine {
  return {
    label: label === '' ? 'All' : label,
    quantities: [
      quantity('group-n', 'n', '*n*', curve.n, 'count'),
      quantity('group-events', 'events', 'Events', curve.events, 'count'),
      quantity('median', 'median time', 'Median', curve.median, 'number', {
        ci: curve.median_ci_loglog,
        by: 'Brookmeyer and Crowley',
        ...(curve.median === null ? { text: 'not reached' } : {}),
      }),
    ],
  };
}

function medianTable(lines: readonly QuantityLine[], by: string, level: number): ResultTable {
  return linesTable(
    {
      id: 'medians',
      title: 'Median times',
      first: by === '' ? '' : escapeRich(by),
      level,
      notes: ['An interval is shown where both of its bounds are reached.'],
    },
    lines,
  );
}

/** The share without the event at each time with events. */
function lifeTable(curves: readonly Curve[]): ResultTable {
  const right = { align: 'right' } as const;
  return {
    id: 'life-table',
    title: 'Share without the event',
    columns: [
      { key: 'group', header: 'Group', align: 'left', format: 'text' },
      { key: 'time', header: 'Time', ...right, format: 'number' },
      { key: 'risk', header: 'At risk', ...right, format: 'count' },
      { key: 'events', header: 'Events', ...right, format: 'count' },
      { key: 'share', header: 'Share', ...right, format: 'correlation' },
      { key: 'low', header: 'Low', ...right, format: 'correlation' },
      { key: 'high', header: 'High', ...right, format: 'correlation' },
    ],
    rows: curves.flatMap(({ label, curve }) =>
      curve.time.flatMap((time, i) => {
        if (curve.n_event[i] === 0) return [];
        return [
          {
            cells: [
              { value: label === '' ? 'All' : label },
              { value: time },
              { value: curve.n_risk[i] ?? null },
              { value: curve.n_event[i] ?? null },
              { value: curve.surv[i] ?? null },
              { value: curve.ci_loglog_lo[i] ?? null },
              { value: curve.ci_loglog_hi[i] ?? null },
            ],
          },
        ];
      }),
    ),
    notes: [],
  };
}

function stepFigure(
  curves: readonly Curve[],
  data: SurvivalData,
  unit: string,
  level: number,
): StepFigure {
  const last = data.times.reduce((a, b) => Math.max(a, b), 0);
  const times = riskTimes(last);
  const n = data.rows.length;
  const told = curves.map(
    ({ label, curve }) =>
      `${label === '' ? 'all' : label}: ${count(curve.events)} of ${count(curve.n)}, median ${curve.median === null ? 'not reached' : formatNumber(curve.median, 'number')}`,
  );
  return {
    kind: 'step',
    title: `Time to ${data.event}`,
    subtitle: `n = ${count(n)} ${unit}; bands: ${percentLevel(level)} CI`,
    x: { title: data.time, format: 'number', zero: true },
    y: { title: 'Share without the event', format: 'correlation', zero: true, low: 0, high: 1 },
    curves: curves.map(curveOf),
    risk: {
      title: 'At risk',
      times,
      counts: curves.map(({ label }) =>
        times.map(
          (at) => data.times.filter((time, i) => data.groups[i] === label && time >= at).length,
        ),
      ),
    },
    notes: [],
    alt: `Share without the event over time. ${told.join('; ')}.`,
  };
}

function curveOf({ label, curve }: Curve): StepCurve {
  const steps = curve.time.flatMap((at, i) => {
    if (curve.n_event[i] === 0) return [];
    const [low, high] = [curve.ci_loglog_lo[i] ?? null, curve.ci_loglog_hi[i] ?? null];
    const value = curve.surv[i] ?? 0;
    return [{ at, value, ...(low === null || high === null ? {} : { low, high }) }];
  });
  return {
    name: label === '' ? 'All' : label,
    n: curve.n,
    events: curve.events,
    steps: [{ at: 0, value: 1 }, ...steps.filter(({ at }) => at > 0)],
    censored: curve.time.filter((_, i) => (curve.n_censor[i] ?? 0) > 0),
    end: curve.time.at(-1) ?? 0,
  };
}

/** Round times from 0 to the last. */
function riskTimes(last: number): number[] {
  if (!(last > 0)) return [0];
  const wanted = last / RISK_TIMES;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step =
    [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= wanted) ?? wanted;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, k) => k * step);
}
