import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import { twoGroups, WHICH_TWO } from '../groups/two-groups.ts';
import { PRIMARY, type Primary, type Settings, twoShares } from '../groups/two-shares.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { levelsOf } from '../parts/levels.ts';
import { choiceOf, textOf, variablesChosen } from '../parts/read-options.ts';
import {
  ADJUST,
  adjustmentOf,
  CATEGORIES,
  CONFIDENCE,
  choice,
  GROUP,
  levelOf,
  variables,
  WEIGHT,
} from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';

export const twoProportions: Analysis = {
  id: 'two-proportions',
  title: 'Difference of two proportions',
  question: 'groups',
  answers: 'Does a share differ between two groups, and by how much?',
  words: [
    'risk difference',
    'risk ratio',
    'odds ratio',
    'Newcombe',
    'two percentages',
    'relative risk',
    'chi-squared',
  ],
  options: [
    variables(
      'outcomes',
      'Outcomes',
      'One or several variables with categories: one line for each.',
      CATEGORIES,
    ),
    {
      key: 'category',
      label: 'Category counted',
      help: 'The category whose share is compared; left empty, yes, or the first of each variable.',
      type: 'text',
      default: '',
    },
    GROUP,
    ...WHICH_TWO,
    choice('primary', 'Primary test', 'Chosen in advance and recorded; both are shown.', PRIMARY),
    CONFIDENCE,
    ADJUST,
    WEIGHT,
  ],
  guide: {
    formula: [
      'Difference *p*~1~ − *p*~2~ with Newcombe’s hybrid score interval (his method 10); Cohen’s *h* = 2 arcsin √*p*~1~ − 2 arcsin √*p*~2~.',
      'Risk ratio and odds ratio with intervals on the log scale (Katz, Woolf); χ² without continuity correction; Fisher’s exact test.',
    ],
    sources: [CITE.newcombe, CITE.cohenH, CITE.fisherExact],
    refuses: [
      'A group without values.',
      'χ² when all or none have the category; ratios with an empty cell.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const settings: Settings = {
    level: levelOf(options),
    primary: choiceOf(options, 'primary', Object.keys(PRIMARY) as Primary[]),
    category: textOf(options, 'category').trim(),
  };
  const { level, primary } = settings;
  const { levels, only } = twoGroups(view, options);
  const lines = variablesChosen(options, 'outcomes').map((name) =>
    twoShares(levelsOf(view, name, 'outcomes'), { levels, only }, settings),
  );
  const [first = '', second = ''] = only.map((k) => levels.labels[k]);
  return batchFinding(view, lines, {
    method: {
      name: 'Difference of two proportions',
      variant: `${first} − ${second}; primary: ${PRIMARY[primary]}; Newcombe ${percentLevel(level)} intervals`,
      citations: [CITE.newcombe, CITE.fisherExact],
    },
    level,
    adjust: adjustmentOf(options),
    test: PRIMARY[primary],
    table: {
      title: `Shares in ${first} and ${second}`,
      notes: [`Difference: ${escapeRich(first)} − ${escapeRich(second)}, in percentage points.`],
    },
    figures: [
      forestFigure(
        {
          title: `Differences of shares, ${first} − ${second}`,
          subtitle: `percentage points; ${view.unit}`,
          label: 'Outcome',
          value: 'Difference, percentage points',
          symbol: 'Difference',
          format: 'points',
          level,
          reference: { at: 0, label: 'No difference' },
          sides: { low: `More in ${second}`, high: `More in ${first}` },
          columns: ['*n*'],
        },
        lines.map(({ label, n, quantities, refused }) => {
          const difference = quantities.find(({ key }) => key === 'difference');
          return {
            label,
            value: difference?.value ?? null,
            ci: difference?.ci ?? null,
            cells: [count(n)],
            ...(refused ? { refused } : {}),
          };
        }),
      ),
    ],
  });
}
