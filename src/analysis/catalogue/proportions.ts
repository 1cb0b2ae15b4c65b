import { formatInterval, formatNumber, formatP } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import { apaList } from '../parts/apa.ts';
import { batchFinding, type OutcomeLine } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { type Levels, levelsOf } from '../parts/levels.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { percentFormat, percentOf, shareWords } from '../parts/percent.ts';
import { type Bounds, quantity } from '../parts/quantity.ts';
import { choiceOf, numberOf, textOf, variablesChosen } from '../parts/read-options.ts';
import {
  ADJUST,
  adjustmentOf,
  CATEGORIES,
  CONFIDENCE,
  choice,
  levelOf,
  variables,
  WEIGHT,
} from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import { binomialTest } from '../statistics/binomial-test.ts';
import { clopperPearson, proportionCi, wilsonInterval } from '../statistics/proportion-ci.ts';

const INTERVALS = {
  wilson: 'Wilson',
  'clopper-pearson': 'Clopper–Pearson (exact)',
  jeffreys: 'Jeffreys',
};

type Intervals = keyof typeof INTERVALS;

interface Settings {
  level: number;
  intervals: Intervals;
  category: string;
  /** Null: no test. */
  against: number | null;
}

export const proportions: Analysis = {
  id: 'proportions',
  title: 'Proportions and binomial test',
  question: 'count',
  answers: 'What share has something, and does it differ from a given share?',
  words: [
    'percentage',
    'proportion',
    'confidence interval',
    'Wilson',
    'Clopper–Pearson',
    'exact binomial test',
    'share',
  ],
  options: [
    variables(
      'variables',
      'Variables',
      'One or several variables with categories: one line for each.',
      CATEGORIES,
    ),
    {
      key: 'category',
      label: 'Category counted',
      help: 'The category whose share is wanted; left empty, yes, or the first of each variable.',
      type: 'text',
      default: '',
    },
    choice('intervals', 'Interval', 'How the interval of the share is made.', INTERVALS),
    {
      key: 'test',
      label: 'Compare with a given share',
      help: 'Adds the exact binomial test.',
      type: 'switch',
      default: false,
    },
    {
      key: 'share',
      label: 'Given share, %',
      help: 'The share that it is compared with, in percent.',
      type: 'number',
      min: 0,
      max: 100,
      step: 0.1,
      default: 50,
      when: { option: 'test', is: [true] },
    },
    CONFIDENCE,
    ADJUST,
    WEIGHT,
  ],
  guide: {
    formula: [
      'Wilson: the shares that a score test at this level would not reject. Clopper–Pearson: those that the exact binomial test would not, from quantiles of the beta distribution. Jeffreys: the middle of the beta distribution (*x* + ½, *n* − *x* + ½).',
      'Binomial test, two-sided: the probabilities of all counts that are no more probable than the observed one.',
    ],
    sources: [CITE.wilson, CITE.clopperPearson],
    refuses: ['A share of nobody.', 'A category that the variable does not have.'],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const settings: Settings = {
    level: levelOf(options),
    intervals: choiceOf(options, 'intervals', Object.keys(INTERVALS) as Intervals[]),
    category: textOf(options, 'category').trim(),
    against: options.test === true ? numberOf(options, 'share') / 100 : null,
  };
  const { level, intervals, against } = settings;
  const lines = variablesChosen(options, 'variables').map((name) =>
    lineOf(levelsOf(view, name, 'variables'), view, settings),
  );
  const given = against === null ? '' : formatNumber(100 * against, 'number');
  return batchFinding(view, distinctLines(lines), {
    method: {
      name: against === null ? 'Proportions' : 'Exact binomial test',
      variant: `${INTERVALS[intervals]} ${percentLevel(level)} intervals${against === null ? '' : `; against ${given} %`}`,
      citations: [intervals === 'wilson' ? CITE.wilson : CITE.clopperPearson],
    },
    level,
    adjust: adjustmentOf(options),
    table: { title: 'Shares', first: 'Variable' },
    figures: [
      forestFigure(
        {
          title: 'Shares',
          subtitle: `${INTERVALS[intervals]} intervals; of ${count(view.rows.length)} ${view.unit}`,
          label: 'Variable',
          value: '%',
          symbol: '%',
          format: 'number',
          level,
          reference: {
            at: against === null ? 50 : 100 * against,
            label: against === null ? 'Half' : `${given} %`,
          },
          columns: ['*n* of *N*'],
        },
        lines.map(({ label, quantities, refused, cell }) => {
          const share = quantities.find(({ key }) => key === 'percent');
          return {
            label,
            value: share?.value ?? null,
            ci: share?.ci ?? null,
            cells: [cell],
            ...(refused ? { refused } : {}),
          };
        }),
      ),
    ],
  });
}

/** Two variables with the same label and category are told apart by their number. */
function distinctLines<Line extends OutcomeLine>(lines: readonly Line[]): Line[] {
  return lines.map((line, i) => {
    const shared = lines.some((other, k) => k !== i && other.label === line.label);
    return shared ? { ...line, label: `${line.label} (${i + 1})` } : line;
  });
}

function lineOf(levels: Levels, view: View, settings: Settings): OutcomeLine & { cell: string } {
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
