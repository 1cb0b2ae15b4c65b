import { formatNumber } from '../../model/format.ts';
import type { Finding, ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { outcomesOf } from '../parts/outcomes.ts';
import { choiceOf, variablesChosen } from '../parts/read-options.ts';
import { anyMissing } from '../parts/reasons.ts';
import {
  ADJUST,
  adjustmentOf,
  CONFIDENCE,
  choice,
  levelOf,
  NUMBERS_AND_YES_NO,
  variables,
} from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import {
  type AssociationLine,
  associationLine,
  COEFFICIENTS,
  type Coefficient,
} from '../related/association-line.ts';
import { pairsOf } from '../statistics/read-groups.ts';

export const correlationMatrix: Analysis = {
  id: 'correlation-matrix',
  title: 'Correlation matrix',
  question: 'related',
  answers: 'Which of these variables go together?',
  words: ['correlations', 'Pearson', 'Spearman', 'Kendall', 'heat map', 'many variables'],
  options: [
    variables('variables', 'Variables', 'Every two of these are related.', NUMBERS_AND_YES_NO, {
      min: 2,
      max: 20,
    }),
    choice(
      'primary',
      'Coefficient',
      'Chosen in advance and recorded; the list shows all three.',
      COEFFICIENTS,
    ),
    choice('rows', 'Rows used', 'With missing values, pairs can rest on different rows.', {
      pairwise: 'Each pair: all rows that have both',
      complete: 'Only rows that have every variable',
    }),
    CONFIDENCE,
    ADJUST,
  ],
  guide: {
    formula: ['Each pair as in “Correlation”; *p* can be adjusted for the number of pairs.'],
    sources: [CITE.fisherZ, CITE.spearman, CITE.bonett, CITE.kendall, CITE.fieller],
    refuses: ['A pair with fewer than three rows, or with a variable that does not vary.'],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const primary = choiceOf(options, 'primary', Object.keys(COEFFICIENTS) as Coefficient[]);
  const read = outcomesOf(view, variablesChosen(options, 'variables'));
  const complete = options.rows === 'complete' ? anyMissing(read) : null;
  const outcomes = complete ? read.map((each) => ({ ...each, reasons: complete })) : read;
  const pairs = pairsOf(outcomes.length);
  const lines = pairs.flatMap(([i, j]) => {
    const [x, y] = [outcomes[i], outcomes[j]];
    if (!x || !y) return [];
    const line = associationLine([x, y], `${x.label} × ${y.label}`, { level, primary });
    return [complete ? { ...line, reasons: complete } : line];
  });
  const at = (i: number, j: number): AssociationLine | undefined =>
    lines[pairs.findIndex(([a, b]) => a === Math.min(i, j) && b === Math.max(i, j))];
  const labels = outcomes.map(({ label }) => label);
  const finding = batchFinding(view, lines, {
    method: {
      name: 'Correlation matrix',
      variant: `${COEFFICIENTS[primary]}; ${options.rows === 'complete' ? 'rows with every variable' : 'all rows of each pair'}; ${percentLevel(level)} intervals`,
      citations: [CITE.fisherZ, CITE.spearman, CITE.bonett, CITE.kendall, CITE.fieller],
    },
    level,
    adjust: adjustmentOf(options),
    test: COEFFICIENTS[primary],
    table: { title: 'Every pair', first: 'Pair' },
    figures: [
      {
        kind: 'grid',
        title: `Correlations: ${COEFFICIENTS[primary]}`,
        subtitle: `${count(view.rows.length)} ${view.unit}`,
        x: { title: '', labels },
        y: { title: '', labels },
        format: 'correlation',
        cells: labels.map((_, i) =>
          labels.map((__, j) => (i === j ? 1 : (at(i, j)?.value ?? null))),
        ),
        signed: true,
        notes: [],
        alt: `Matrix of correlations. ${lines.map(({ label, value }) => `${label} ${formatNumber(value, 'correlation')}`).join('; ')}.`,
      },
    ],
  });
  return { ...finding, tables: [matrixTable(labels, at, primary), ...finding.tables] };
}

/** Below the diagonal, as journals print it, with n in brackets. */
function matrixTable(
  labels: readonly string[],
  at: (i: number, j: number) => AssociationLine | undefined,
  primary: Coefficient,
): ResultTable {
  const blank = { value: null, text: '' };
  return {
    id: 'matrix',
    title: `Correlations: ${COEFFICIENTS[primary]}`,
    columns: [
      { key: 'variable', header: 'Variable', align: 'left', format: 'text' },
      ...labels.map((label, j) => ({
        key: `column-${j + 1}`,
        header: escapeRich(label),
        align: 'right' as const,
        format: 'correlation' as const,
      })),
    ],
    rows: labels.map((label, i) => ({
      cells: [
        { value: label },
        ...labels.map((_, j) => {
          if (j === i) return { value: null, text: '1' };
          const line = j < i ? at(i, j) : undefined;
          if (!line) return blank;
          if (line.value === null) return { value: null };
          return {
            value: line.value,
            text: `${formatNumber(line.value, 'correlation')} (${count(line.n)})`,
          };
        }),
      ],
    })),
    notes: ['In brackets: the number of rows with both.'],
  };
}
