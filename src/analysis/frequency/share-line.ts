import { formatInterval, formatNumber, formatP } from '../../model/format.ts';
import { escapeRich } from '../../model/rich.ts';
import type { DataView as View } from '../analysis.ts';
import { apaList } from '../parts/apa.ts';
import type { OutcomeLine } from '../parts/batch.ts';
import type { Levels } from '../parts/levels.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { percentFormat, percentOf, shareWords } from '../parts/percent.ts';
import { type Bounds, quantity } from '../parts/quantity.ts';
import { count, percentLevel } from '../parts/words.ts';
import { binomialTest } from '../statistics/binomial-test.ts';
import { clopperPearson, proportionCi, wilsonInterval } from '../statistics/proportion-ci.ts';

export const INTERVALS = {
  wilson: 'Wilson',
  'clopper-pearson': 'Clopper–Pearson (exact)',
  jeffreys: 'Jeffreys',
};

export type Intervals = keyof typeof INTERVALS;

export interface Settings {
  level: number;
  intervals: Intervals;
  category: string;
  /** Null: no test. */
  against: number | null;
}

export function shareLine(
  levels: Levels,
  view: View,
  settings: Settings,
): OutcomeLine & { cell: string } {
  const { level, intervals, against } = settings;
  const name = plainLabel(levels.variable);
  const found = levels.labels.indexOf(settings.category);
  const at = settings.category === '' ? 0 : found;
  const category = levels.labels[at] ?? settings.category;
  const x = levels.counts[at] ?? 0;
  const n = levels.counts.reduce((a, b) => a + b, 0);
  const refused =
    at < 0
      ? `there is no category “${category}”`
      : n === 0
        ? 'there is nobody to be a share of'
        : '';
  const given = refused === '';
  const bounds: Bounds | null = given ? boundsOf(x, n, level, intervals) : null;
  const percent = given ? percentOf(x, n) : null;
  const ci = bounds && ([100 * (bounds[0] ?? 0), 100 * (bounds[1] ?? 0)] as const);
  const p = given && against !== null ? binomialTest(x, n, against).p_two_sided : null;
  const label = `${name}: ${category}`;
  const format = percentFormat(n);
  return {
    label,
    reasons: levels.reasons,
    n,
    cell: `${count(x)} of ${count(n)}`,
    p,
    refused,
    quantities: [
      quantity('x', 'number', '*n*', given ? x : null, 'count', { refused }),
      quantity('n', 'of', 'Of', n, 'count'),
      quantity('percent', 'share, %', '%', percent, format, {
        ci,
        by: INTERVALS[intervals],
        refused,
      }),
      ...(against === null
        ? []
        : [quantity('p', 'p of the exact binomial test', '*p*', p, 'p', { refused })]),
    ],
    apa: apaList(
      shareWords(x, n, ''),
      bounds !== null &&
        ci !== null &&
        formatInterval({ level, low: ci[0], high: ci[1], method: '' }, format),
      p !== null && `exact binomial ${formatP(p)}`,
    ),
    plain: `${escapeRich(label)}: ${shareWords(x, n, escapeRich(view.unit))}${ci ? `, ${percentLevel(level)} CI ${formatNumber(ci[0], format)} to ${formatNumber(ci[1], format)}` : ''}${p === null ? '' : `; against ${formatNumber(100 * (against ?? 0), 'number')} %, ${formatP(p)}`}.`,
    notes: [],
  };
}

function boundsOf(x: number, n: number, level: number, intervals: Intervals): Bounds {
  if (intervals === 'wilson') return wilsonInterval(x, n, level);
  return intervals === 'jeffreys'
    ? proportionCi(x, n, level).jeffreys
    : clopperPearson(x, n, level);
}
