import { formatNumber } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import { apaInterval, apaList, apaValue } from '../parts/apa.ts';
import { attempt } from '../parts/attempt.ts';
import { batchFinding, type OutcomeLine } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { levelsOf } from '../parts/levels.ts';
import { type NumberValues, numberValues } from '../parts/number-values.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { quantity } from '../parts/quantity.ts';
import { numberOf, variableChosen, variableOrNone } from '../parts/read-options.ts';
import { anyMissing, type Reasons } from '../parts/reasons.ts';
import { CATEGORIES, CONFIDENCE, levelOf, NUMBERS, variable } from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import { poissonRateCi } from '../statistics/poisson-rate-ci.ts';
import { notComputable } from '../statistics/read-input.ts';

export const rates: Analysis = {
  id: 'rates',
  title: 'Rates',
  question: 'count',
  answers: 'How many events are there for the time at risk?',
  words: [
    'Poisson',
    'incidence',
    'events per person-year',
    'per 1,000',
    'attendance rate',
    'exact interval',
  ],
  options: [
    variable('events', 'Events', 'How many events each row has.', ['integer', 'yesno']),
    variable(
      'time',
      'Time at risk',
      'The time, or the number of people, in which they were seen; left open, 1 a row.',
      NUMBERS,
      false,
    ),
    variable('group', 'Separately for', 'A rate for each category.', CATEGORIES, false),
    {
      key: 'per',
      label: 'For each',
      help: 'The rate is given for this much time, or this many people.',
      type: 'number',
      min: 0.001,
      max: 1e9,
      step: 1,
      default: 1,
    },
    CONFIDENCE,
  ],
  guide: {
    formula: [
      'Rate = events / time at risk, times the unit chosen.',
      'Exact Poisson interval: from χ² quantiles, ½χ²~α/2, 2*x*~ / *t* to ½χ²~1 − α/2, 2*x* + 2~ / *t*.',
    ],
    sources: [CITE.garwood],
    refuses: [
      'Events that are not whole numbers of at least 0, and time at risk that is not above 0.',
    ],
  },
  run,
};

interface Rows {
  events: NumberValues;
  time: NumberValues | null;
  reasons: Reasons;
}

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const per = numberOf(options, 'per');
  const events = numberValues(view, variableChosen(options, 'events'));
  const [timeName, groupName] = [variableOrNone(options, 'time'), variableOrNone(options, 'group')];
  const time = timeName === null ? null : numberValues(view, timeName);
  const levels = groupName === null ? null : levelsOf(view, groupName, 'group');
  const name = plainLabel(events.variable);
  const reasons = anyMissing([
    { label: name, reasons: events.reasons },
    ...(time ? [{ label: plainLabel(time.variable), reasons: time.reasons }] : []),
    ...(levels ? [{ label: plainLabel(levels.variable), reasons: levels.reasons }] : []),
  ]);
  const codes = levels?.codes();
  const groups = levels
    ? levels.labels.flatMap((label, k) =>
        (levels.counts[k] ?? 0) > 0 ? [{ label, holds: (i: number) => codes?.[i] === k }] : [],
      )
    : [];
  const parts = groups.length > 0 ? groups : [{ label: name, holds: () => true }];
  const rows = { events, time, reasons };
  const lines = parts.map(({ label, holds }) =>
    lineOf(label, rows, holds, { per, level, name, unit: view.unit }),
  );
  const unit = `for each ${formatNumber(per, 'number')} of ${time ? plainLabel(time.variable) : view.unit}`;
  return batchFinding(view, lines, {
    method: {
      name: 'Rates',
      variant: `${unit}; exact Poisson ${percentLevel(level)} intervals`,
      citations: [CITE.garwood],
    },
    level,
    shared: name,
    table: {
      title: `Rates of ${name}`,
      first: levels ? escapeRich(plainLabel(levels.variable)) : 'Events',
      notes: [`Rate ${escapeRich(unit)}.`],
    },
    figures: [
      forestFigure(
        {
          title: `Rates of ${name}`,
          subtitle: unit,
          label: levels ? plainLabel(levels.variable) : '',
          value: `Rate ${unit}`,
          symbol: 'Rate',
          format: 'number',
          level,
          reference: { at: 0, label: 'None' },
          columns: ['Events'],
        },
        lines.map(({ label, quantities, refused }) => {
          const rate = quantities.find(({ key }) => key === 'rate');
          return {
            label,
            value: rate?.value ?? null,
            ci: rate?.ci ?? null,
            cells: [
              formatNumber(quantities.find(({ key }) => key === 'events')?.value ?? null, 'count'),
            ],
            ...(refused ? { refused } : {}),
          };
        }),
      ),
    ],
    notes: [
      {
        kind: 'assumption',
        text: 'The interval takes events to happen independently of each other. Where the same people have many, it is too narrow.',
      },
    ],
  });
}

function lineOf(
  label: string,
  { events, time, reasons }: Rows,
  holds: (i: number) => boolean,
  { per, level, name, unit }: { per: number; level: number; name: string; unit: string },
): OutcomeLine {
  let [n, x, t] = [0, 0, 0];
  let wrong = '';
  reasons.codes.forEach((code, i) => {
    if (code !== 0 || !holds(i)) return;
    const [more, at] = [events.values[i] as number, time ? (time.values[i] as number) : 1];
    if (!Number.isInteger(more) || more < 0) wrong = 'a number of events is negative or not whole';
    if (at < 0) wrong = 'a time at risk is negative';
    n++;
    x += more;
    t += at;
  });
  const { value, refused } = attempt(() => {
    if (wrong) throw notComputable('Rate', `${wrong}.`);
    return poissonRateCi(x, t, level);
  });
  const ci = value && ([value.lo * per, value.hi * per] as const);
  const rate = value && value.rate * per;
  const why = { refused };
  return {
    label,
    reasons,
    n,
    p: null,
    refused,
    quantities: [
      quantity('n', 'n', '*n*', n, 'count'),
      quantity('events', 'events', 'Events', refused ? null : x, 'count', why),
      quantity('time', 'time at risk', 'Time at risk', refused ? null : t, 'number', why),
      quantity('rate', 'rate', 'Rate', rate, 'mean', { ci, by: 'exact Poisson', ...why }),
    ],
    apa: apaList(
      apaValue('rate', rate, 'mean'),
      apaInterval(ci, 'mean', level),
      `${count(x)} events`,
      `*n* = ${count(n)}`,
    ),
    plain: `${escapeRich(label === name ? name : `${name}, ${label}`)}: ${count(x)} among ${count(n)} ${escapeRich(unit)}, a rate of ${formatNumber(rate, 'mean')}${ci ? ` (${percentLevel(level)} CI ${formatNumber(ci[0], 'mean')} to ${formatNumber(ci[1], 'mean')})` : ''}.`,
    notes: [],
  };
}
