import type { Finding } from '../../model/result.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { contingencyTable } from '../cross/contingency-table.ts';
import { cellEstimates, testEstimates } from '../cross/cross-estimates.ts';
import { crossFigure } from '../cross/cross-figure.ts';
import { countsTable, testsTable } from '../cross/cross-tables.ts';
import { apaCross, crossNotes, plainCross } from '../cross/cross-words.ts';
import { association } from '../cross/table-association.ts';
import { choiceOf, variableChosen } from '../parts/read-options.ts';
import { WEIGHT } from '../parts/standard-options.ts';

const PERCENT = ['row', 'column', 'all'] as const;

const PRIMARY = ['chi-square', 'fisher', 'none'] as const;

const PRIMARY_WORDS = {
  'chi-square': 'primary test: Pearson’s χ²',
  fisher: 'primary test: Fisher’s exact test',
  none: 'no test',
} as const;

const PERCENT_WORDS = {
  row: 'row percentages',
  column: 'column percentages',
  all: 'percentages of all',
};

export const crosstabulation: Analysis = {
  id: 'crosstab',
  title: 'Cross-tabulation',
  question: 'groups',
  answers: 'Do groups differ in kind?',
  words: [
    'chi-squared',
    'chi-square test',
    'contingency table',
    'Fisher’s exact test',
    'Cramér’s V',
    'odds ratio',
    'crosstab',
    'pivot table',
  ],
  options: [
    {
      key: 'rows',
      label: 'Rows',
      help: 'The variable whose categories are the rows.',
      type: 'variable',
      kinds: ['category', 'text', 'yesno', 'integer'],
      required: true,
    },
    {
      key: 'columns',
      label: 'Columns',
      help: 'The variable whose categories are the columns.',
      type: 'variable',
      kinds: ['category', 'text', 'yesno', 'integer'],
      required: true,
    },
    {
      key: 'percent',
      label: 'Percentages of',
      help: 'What adds up to 100 %: each row, each column, or the whole table.',
      type: 'choice',
      choices: [
        { value: 'row', label: 'Each row' },
        { value: 'column', label: 'Each column' },
        { value: 'all', label: 'The whole table' },
      ],
      default: 'row',
    },
    {
      key: 'primary',
      label: 'Primary test',
      help: 'Chosen in advance and recorded; both tests are shown. None: counts only, where no comparison is meant.',
      type: 'choice',
      choices: [
        { value: 'chi-square', label: 'Chi-square' },
        { value: 'fisher', label: 'Fisher’s exact test' },
        { value: 'none', label: 'None' },
      ],
      default: 'chi-square',
    },
    WEIGHT,
  ],
  guide: {
    formula: [
      'χ² = Σ (observed − expected)² / expected, with expected = row total × column total / *N* and (rows − 1)(columns − 1) degrees of freedom, without a continuity correction.',
      'Fisher’s exact test adds the probabilities of all tables with the same margins that are no more probable than the observed one.',
      'Cramér’s *V* = √(χ² / (*N* (min(rows, columns) − 1))).',
    ],
    sources: [
      'Pearson, K. (1900). Philosophical Magazine, 50, 157–175.',
      'Fisher, R. A. (1922). Journal of the Royal Statistical Society, 85, 87–94.',
      'Cramér, H. (1946). Mathematical methods of statistics.',
      'Cochran, W. G. (1954). Biometrics, 10, 417–451.',
    ],
    refuses: [
      'Tests when one side has fewer than two categories with rows.',
      'Fisher’s exact p of a table that is too large for it.',
      'Ratios when a cell is empty.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const percent = choiceOf(options, 'percent', PERCENT);
  const primary = choiceOf(options, 'primary', PRIMARY);
  const table = contingencyTable(
    view,
    variableChosen(options, 'rows'),
    variableChosen(options, 'columns'),
  );
  const tests = primary === 'none' ? null : association(table);
  const total = view.rows.length;
  return {
    method: {
      name: 'Cross-tabulation',
      variant: `${PERCENT_WORDS[percent]}; ${PRIMARY_WORDS[primary]}`,
      citations: tests ? ['Cramér, H. (1946). Mathematical methods of statistics.'] : [],
    },
    n: { total, used: table.n, missing: table.missing },
    estimates: [...testEstimates(table, tests), ...cellEstimates(table, percent)],
    tables: [
      countsTable(table, view, percent),
      ...(tests?.computed ? [testsTable(tests, primary)] : []),
    ],
    figures: [crossFigure(table, view, percent)],
    sentences: {
      apa: apaCross(table, tests, percent, primary),
      plain: plainCross(table, tests, view, percent, primary),
    },
    notes: crossNotes(table, tests, view, primary),
  };
}
