import type { Finding } from '../../model/result.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { contingencyTable } from '../cross/contingency-table.ts';
import { crossLine, PRIMARY, type Primary } from '../cross/cross-line.ts';
import { type CrossLine, stackedBars, stackedCounts } from '../cross/stacked-tables.ts';
import { association } from '../cross/table-association.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { distinctLabels } from '../parts/distinct-labels.ts';
import { estimate } from '../parts/estimate.ts';
import { levelsOf } from '../parts/levels.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { choiceOf, variableChosen, variablesChosen } from '../parts/read-options.ts';
import { anyMissing } from '../parts/reasons.ts';
import {
  ADJUST,
  adjustmentOf,
  CATEGORIES,
  choice,
  variable,
  variables,
  WEIGHT,
} from '../parts/standard-options.ts';

export const crosstabMany: Analysis = {
  id: 'crosstab-many',
  title: 'Cross-tabulations of many variables',
  question: 'groups',
  answers: 'Which of many variables differ between groups?',
  words: [
    'crosstabs',
    'chi-squared',
    'banner table',
    'many variables by one',
    'contingency tables',
    'batch',
  ],
  options: [
    variables('variables', 'Variables', 'Each is cross-tabulated with the groups.', CATEGORIES),
    variable('by', 'By', 'The variable whose categories are the columns.', CATEGORIES),
    choice('percent', 'Percentages of', 'What adds up to 100 %.', {
      column: 'Each column',
      row: 'Each row',
      all: 'The whole table',
    }),
    choice('primary', 'Primary test', 'Chosen in advance and recorded; both are shown.', PRIMARY),
    ADJUST,
    WEIGHT,
  ],
  guide: {
    formula: ['Each table as in “Cross-tabulation”; *p* can be adjusted for the number of tables.'],
    sources: [CITE.pearsonChi, CITE.fisherExact, CITE.cramer],
    refuses: [
      'A test where one side has fewer than two categories with rows.',
      'Fisher’s exact *p* of a table that is too large for it.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const percent = choiceOf(options, 'percent', ['column', 'row', 'all']);
  const primary = choiceOf(options, 'primary', Object.keys(PRIMARY) as Primary[]);
  const by = variableChosen(options, 'by');
  const column = levelsOf(view, by, 'by');
  const rows = distinctLabels(
    variablesChosen(options, 'variables').map((name) => levelsOf(view, name, 'variables')),
  );
  const lines = rows.map((row): CrossLine => {
    const table = contingencyTable(view, row.variable.name, by);
    const reasons = anyMissing(
      [row, column].map((levels) => ({
        label: plainLabel(levels.variable),
        reasons: levels.reasons,
      })),
    );
    return {
      table,
      reasons,
      ...crossLine(plainLabel(row.variable), table, association(table), primary),
    };
  });
  const name = plainLabel(column.variable);
  const finding = batchFinding(view, lines, {
    method: {
      name: 'Cross-tabulations',
      variant: `by ${name}; percentages of ${percent === 'all' ? 'the whole table' : `each ${percent}`}; primary: ${PRIMARY[primary]}`,
      citations: [CITE.pearsonChi, CITE.fisherExact, CITE.cramer],
    },
    level: 0.95,
    adjust: adjustmentOf(options),
    test: PRIMARY[primary],
    table: { title: `Tests, by ${name}`, first: 'Variable' },
    estimates: lines.flatMap(({ label, table }) =>
      table.rows.flatMap((row, i) =>
        table.columns.map((each, j) =>
          estimate(
            `n[${label}: ${row}, ${each}]`,
            `${label}: ${row}, ${each}`,
            '*n*',
            table.counts[i]?.[j] ?? 0,
            'count',
          ),
        ),
      ),
    ),
    figures: lines
      .filter(({ n }) => n > 0)
      .slice(0, 6)
      .map((line) => stackedBars(line, name, view.unit)),
  });
  return {
    ...finding,
    tables: [
      stackedCounts(
        lines,
        column.labels.filter((_, j) => (column.counts[j] ?? 0) > 0),
        name,
        percent,
      ),
      ...finding.tables,
    ],
  };
}
