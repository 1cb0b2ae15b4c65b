import type { Finding } from '../../model/result.ts';
import type { Analysis, Options, DataView as View } from '../analysis.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import { scatterFigure } from '../figures/scatter-figure.ts';
import { batchFinding } from '../parts/batch.ts';
import { CITE } from '../parts/citations.ts';
import { outcomesOf } from '../parts/outcomes.ts';
import { choiceOf, variableChosen, variablesChosen } from '../parts/read-options.ts';
import {
  ADJUST,
  adjustmentOf,
  CONFIDENCE,
  choice,
  levelOf,
  NUMBERS_AND_YES_NO,
  variable,
  variables,
} from '../parts/standard-options.ts';
import { count, percentLevel } from '../parts/words.ts';
import {
  associationLine,
  COEFFICIENT_SYMBOL,
  COEFFICIENTS,
  type Coefficient,
} from '../related/association-line.ts';

const MOST_CHARTS = 6;

export const correlation: Analysis = {
  id: 'correlation',
  title: 'Correlation',
  question: 'related',
  answers: 'Do two variables go together?',
  words: [
    'Pearson',
    'Spearman',
    'Kendall',
    'association',
    'r',
    'rho',
    'tau',
    'scatter plot',
    'point-biserial',
  ],
  options: [
    variable('x', 'Variable', 'The variable that the others are related to.', NUMBERS_AND_YES_NO),
    variables(
      'with',
      'With',
      'One or several variables: one line of the table for each.',
      NUMBERS_AND_YES_NO,
    ),
    choice(
      'primary',
      'Primary coefficient',
      'Chosen in advance and recorded; all three are shown.',
      COEFFICIENTS,
    ),
    CONFIDENCE,
    ADJUST,
  ],
  guide: {
    formula: [
      '*r* = Σ(*x* − *M*~x~)(*y* − *M*~y~) / √(SS~x~ SS~y~), *t* = *r*√((*n* − 2) / (1 − *r*²)); interval by Fisher’s *z* = artanh *r* with variance 1 / (*n* − 3).',
      'Spearman: *r* of the ranks, *p* exact up to ten pairs without ties. Kendall: τ~b~, corrected for ties, exact below 50 pairs without ties. Their intervals are by Fisher’s *z* too, with variance (1 + *r*~s~² / 2) / (*n* − 3) and 0.437 / (*n* − 4).',
    ],
    sources: [CITE.pearson, CITE.fisherZ, CITE.spearman, CITE.bonett, CITE.kendall, CITE.fieller],
    refuses: [
      'Fewer than three pairs, and a variable that does not vary.',
      'The interval below four pairs, of Kendall’s τ below five.',
    ],
  },
  run,
};

function run(view: View, options: Options): Finding {
  const level = levelOf(options);
  const primary = choiceOf(options, 'primary', Object.keys(COEFFICIENTS) as Coefficient[]);
  const [x, ...others] = outcomesOf(view, [
    variableChosen(options, 'x'),
    ...variablesChosen(options, 'with'),
  ]);
  if (!x) throw new Error('no variable');
  const lines = others.map((y) => associationLine([x, y], y.label, { level, primary }));
  const charts = lines.slice(0, MOST_CHARTS).map((line) =>
    scatterFigure(
      {
        title: `${line.label} and ${x.label}`,
        x: x.label,
        y: line.label,
        unit: view.unit,
        level,
      },
      line.x,
      line.y,
    ),
  );
  const forest = forestFigure(
    {
      title: `Correlations with ${x.label}`,
      subtitle: COEFFICIENTS[primary],
      label: 'Variable',
      value: COEFFICIENTS[primary],
      symbol: COEFFICIENT_SYMBOL[primary],
      format: 'correlation',
      level,
      reference: { at: 0, label: 'Not related' },
      columns: ['*n*'],
    },
    lines.map(({ label, value, ci, n, refused }) => ({
      label,
      value,
      ci,
      cells: [count(n)],
      ...(refused ? { refused } : {}),
    })),
  );
  return batchFinding(view, lines, {
    method: {
      name: 'Correlation',
      variant: `primary: ${COEFFICIENTS[primary]}; ${percentLevel(level)} intervals by Fisher’s *z*`,
      citations: [CITE.fisherZ, CITE.spearman, CITE.bonett, CITE.kendall, CITE.fieller],
    },
    level,
    adjust: adjustmentOf(options),
    test: COEFFICIENTS[primary],
    table: { title: `Correlations with ${x.label}`, first: 'Variable' },
    figures: lines.length > 1 ? [forest, ...charts] : charts,
    notes: [
      {
        kind: 'assumption',
        text: 'Pearson’s *r* measures how close points lie to a straight line; look at the chart for curves and single far points. A correlation does not say what caused it.',
      },
    ],
  });
}
