import type { Finding } from '../../model/result.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { contingencyTable } from '../cross/contingency-table.ts';
import { residualsTable, trendOf } from '../cross/cross-details.ts';
import { cellEstimates, testEstimates } from '../cross/cross-estimates.ts';
import { crossFigure } from '../cross/cross-figure.ts';
import { countsTable, testsTable } from '../cross/cross-tables.ts';
import { apaCross, crossNotes, plainCross } from '../cross/cross-words.ts';
import { strataOf } from '../cross/strata.ts';
import { association } from '../cross/table-association.ts';
import { choiceOf, isOn, variableChosen, variableOrNone } from '../parts/read-options.ts';
import { isPresent, rowsBehind } from '../parts/rows-behind.ts';
import { CATEGORIES, variable, WEIGHT } from '../parts/standard-options.ts';

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
    variable(
      'layer',
      'Held constant',
      'Of two-by-two tables: Mantel–Haenszel’s common odds ratio over the categories of this variable.',
      CATEGORIES,
      false,
    ),
    {
      key: 'trend',
      label: 'Trend',
      help: 'Tests and measures for categories that have an order.',
      type: 'switch',
      default: false,
    },
    {
      key: 'residuals',
      label: 'Residuals',
      help: 'How far each count is from what no association would give.',
      type: 'switch',
      default: false,
    },
    WEIGHT,
  ],
  guide: {
    formula: [
      'χ² = Σ (observed − expected)² / expected, with expected = row total × column total / *N* and (rows − 1)(columns − 1) degrees of freedom, without a continuity correction.',
      'Fisher’s exact test adds the probabilities of all tables with the same margins that are no more probable than the observed one.',
      'Cramér’s *V* = √(χ² / (*N* (min(rows, columns) − 1))).',
      'Held constant: Mantel and Haenszel’s χ² and common odds ratio Σ*ad*/*n* / Σ*bc*/*n* over the layers, its interval after Robins, Breslow and Greenland.',
      'Trend: linear-by-linear χ² = (*N* − 1)*r*² of the category numbers; Cochran and Armitage’s test where one side has two categories.',
      'Adjusted residual: (observed − expected) / its standard error.',
    ],
    sources: [
      'Pearson, K. (1900). Philosophical Magazine, 50, 157–175.',
      'Fisher, R. A. (1922). Journal of the Royal Statistical Society, 85, 87–94.',
      'Cramér, H. (1946). Mathematical methods of statistics.',
      'Cochran, W. G. (1954). Biometrics, 10, 417–451.',
      'Haberman, S. J. (1973). Biometrics, 29, 205–220.',
      'Mantel, N., & Haenszel, W. (1959). Journal of the National Cancer Institute, 22, 719–748.',
      'Robins, J., Breslow, N., & Greenland, S. (1986). Biometrics, 42, 311–323.',
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
  const layer = variableOrNone(options, 'layer');
  const strata = layer === null ? null : strataOf(table, view, layer);
  const trend = isOn(options, 'trend') ? trendOf(table) : null;
  return {
    method: {
      name: 'Cross-tabulation',
      variant: `${PERCENT_WORDS[percent]}; ${PRIMARY_WORDS[primary]}`,
      citations: tests ? ['Cramér, H. (1946). Mathematical methods of statistics.'] : [],
    },
    n: {
      total,
      used: table.n,
      ...rowsBehind(view, isPresent(table.rowVariable), isPresent(table.columnVariable)),
      missing: table.missing,
    },
    estimates: [
      ...testEstimates(table, tests),
      ...(strata?.estimates ?? []),
      ...(trend?.estimates ?? []),
      ...cellEstimates(table, percent),
    ],
    tables: [
      countsTable(table, view, percent),
      ...(tests?.computed ? [testsTable(tests, primary)] : []),
      ...(strata ? [strata.table] : []),
      ...(trend ? [trend.table] : []),
      ...(isOn(options, 'residuals') ? residualsTable(table) : []),
    ],
    figures: [crossFigure(table, view, percent)],
    sentences: {
      apa: apaCross(table, tests, percent, primary),
      plain: plainCross(table, tests, view, percent, primary),
    },
    notes: [...crossNotes(table, tests, view, primary), ...(strata?.notes ?? [])],
  };
}
