import type { StackedBarFigure } from '../../model/figure.ts';
import { formatNumber, formatP } from '../../model/format.ts';
import type { Finding } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { type ContingencyTable, contingencyTable } from '../cross/contingency-table.ts';
import { baseOf } from '../cross/cross-shares.ts';
import { type Association, association } from '../cross/table-association.ts';
import { apaList, apaTest, apaValue } from '../parts/apa.ts';
import { batchFinding, type OutcomeLine } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { distinctLabels } from '../parts/distinct-labels.ts';
import { estimate } from '../parts/estimate.ts';
import { levelsOf } from '../parts/levels.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { countPercentCell, shareWords } from '../parts/percent.ts';
import { quantity } from '../parts/quantity.ts';
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
import { count } from '../parts/words.ts';

const PRIMARY = { 'chi-square': 'χ² test', fisher: 'Fisher’s exact test' };

type Primary = keyof typeof PRIMARY;

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

interface CrossLine extends OutcomeLine {
  table: ContingencyTable;
}

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
      ...lineOf(plainLabel(row.variable), table, association(table), primary),
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
      .map((line) => bars(line, name, view.unit)),
  });
  return {
    ...finding,
    tables: [
      stacked(
        lines,
        column.labels.filter((_, j) => (column.counts[j] ?? 0) > 0),
        name,
        percent,
      ),
      ...finding.tables,
    ],
  };
}

function lineOf(label: string, table: ContingencyTable, tests: Association, primary: Primary) {
  const p = primary === 'fisher' ? tests.fisherP : tests.p;
  const refused =
    p === null
      ? (primary === 'fisher' ? tests.fisherRefused : tests.refused) || 'a category is empty'
      : '';
  const chi = { refused: tests.refused || 'a category is empty' };
  const first = table.rows[0] ?? '';
  const shares = table.columns.map(
    (column, j) =>
      `${escapeRich(column)} ${shareWords(table.counts[0]?.[j] ?? 0, table.columnTotals[j] ?? 0, '')}`,
  );
  return {
    label,
    n: table.n,
    p,
    refused,
    quantities: [
      quantity('n', 'n', '*n*', table.n, 'count'),
      quantity('chi-square', 'χ²', 'χ²', tests.chisq, 'statistic', chi),
      quantity('df', 'degrees of freedom', '*df*', tests.df, 'count', chi),
      quantity(
        primary === 'chi-square' ? 'p' : 'p-chi-square',
        'p of χ²',
        '*p*',
        tests.p,
        'p',
        chi,
      ),
      quantity(
        primary === 'fisher' ? 'p' : 'fisher-p',
        'p of Fisher’s exact test',
        '*p*',
        tests.fisherP,
        'p',
        {
          header: 'Fisher *p*',
          refused: tests.fisherRefused || 'it could not be computed',
        },
      ),
      quantity('v', 'Cramér’s V', '*V*', tests.v, 'correlation', chi),
    ],
    apa: apaList(
      `${apaTest('χ²', [tests.df], tests.chisq, tests.p)}`,
      `*N* = ${count(table.n)}`,
      primary === 'fisher' &&
        tests.fisherP !== null &&
        `Fisher’s exact test ${formatP(tests.fisherP)}`,
      apaValue('*V*', tests.v, 'correlation'),
    ),
    plain: `${escapeRich(label)} “${escapeRich(first)}”: ${shares.join(', ')}${p === null ? '' : ` (${formatP(p)})`}.`,
    notes: tests.small
      ? [
          {
            kind: 'caution' as const,
            text: `${escapeRich(label)}: expected counts are small (smallest ${formatNumber(tests.smallestExpected, 'statistic')}), so Fisher’s exact test stands beside χ².`,
            citation: 'Cochran (1954)',
          },
        ]
      : [],
  };
}

function stacked(
  lines: readonly CrossLine[],
  columns: readonly string[],
  by: string,
  percent: 'row' | 'column' | 'all',
) {
  const right = { align: 'right', format: 'text' } as const;
  const blank = { value: null, text: '' };
  return {
    id: 'counts',
    title: `Cross-tabulations by ${by}`,
    columns: [
      { key: 'row', header: 'Variable', align: 'left' as const, format: 'text' as const },
      ...columns.map((label, j) => ({
        key: `column-${j + 1}`,
        header: `${escapeRich(label)}, *n* (%)`,
        spanner: escapeRich(by),
        ...right,
      })),
      { key: 'total', header: 'Total *n*', align: 'right' as const, format: 'count' as const },
    ],
    rows: lines.flatMap(({ label, table }) => [
      {
        role: 'group' as const,
        cells: [{ value: label }, ...columns.map(() => blank), { value: table.n }],
      },
      ...table.rows.map((row, i) => ({
        cells: [
          { value: row },
          ...columns.map((column) => {
            const j = table.columns.indexOf(column);
            if (j < 0) return { value: 0, text: '0' };
            return countPercentCell(table.counts[i]?.[j] ?? 0, baseOf(table, i, j, percent));
          }),
          { value: table.rowTotals[i] ?? 0 },
        ],
      })),
    ]),
    notes: [
      percent === 'all'
        ? 'Percentages of the rows with both values.'
        : `Percentages of each ${percent}.`,
    ],
  };
}

function bars({ label, table }: CrossLine, by: string, unit: string): StackedBarFigure {
  return {
    kind: 'stacked-bar',
    title: `${label} by ${by}`,
    subtitle: `n = ${count(table.n)} ${unit}`,
    x: { title: by },
    y: { title: `Share of ${unit}` },
    levels: table.rows,
    ordered: table.rowVariable.values.length > 0 && table.rowVariable.level === 'ordinal',
    bars: table.columns.map((column, j) => ({
      label: column,
      counts: table.counts.map((row) => row[j] ?? 0),
    })),
    notes: [],
    alt: `Shares of ${label} in each ${by}: ${table.columns.map((column, j) => `${column} ${table.rows.map((row, i) => `${row} ${count(table.counts[i]?.[j] ?? 0)}`).join(', ')}`).join('; ')}.`,
  };
}
