import { formatNumber } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import { INTERVALS, type Intervals, type Settings, shareLine } from '../frequency/share-line.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { levelsOf } from '../parts/levels.ts';
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
    shareLine(levelsOf(view, name, 'variables'), view, settings),
  );
  const given = against === null ? '' : formatNumber(100 * against, 'number');
  return batchFinding(view, lines, {
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
