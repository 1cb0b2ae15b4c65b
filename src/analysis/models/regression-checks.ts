import type { ScatterFigure } from '../../model/figure.ts';
import { formatNumber } from '../../model/format.ts';
import type { Note } from '../../model/result.ts';
import { MOST_POINTS, thin } from '../../model/thin.ts';
import { forestFigure } from '../figures/forest-figure.ts';
import type { ModelData } from '../models/model-data.ts';
import { normalityNote } from '../parts/assumption-notes.ts';
import type { QuantityLine } from '../parts/quantity.ts';
import { count } from '../parts/words.ts';
import type { LinearRegression } from '../statistics/linear-regression.ts';

/** Above this a predictor is largely given by the others; a convention. */
const HIGH_VIF = 5;

export function modelNotes(value: LinearRegression, data: ModelData, label: string): Note[] {
  const { fitted, residuals } = residualsOf(value, data);
  const inflated = value.vif?.filter((vif) => vif > HIGH_VIF).length ?? 0;
  const far = value.influential.length;
  const notes: Note[] = [
    normalityNote(label, [{ label, values: residuals }], 'normality of the residuals'),
  ];
  if (far > 0) {
    notes.push({
      kind: 'caution',
      text: `${count(far)} of ${count(fitted.length)} rows have a Cook’s distance above 4 / *n* (largest ${formatNumber(value.max_cooks, 'statistic')}): the result leans on them.`,
      citation: 'Cook (1977)',
    });
  }
  if (inflated > 0) {
    notes.push({
      kind: 'caution',
      text: `${count(inflated)} of ${count(value.vif?.length ?? 0)} terms have a VIF above ${HIGH_VIF}: they can hardly be told apart from the others.`,
      citation: 'Marquardt (1970)',
    });
  }
  return notes;
}

function residualsOf(value: LinearRegression, { input }: ModelData) {
  const y = Array.from(input.responses.y ?? []);
  const byName = new Map(input.terms.map((term) => [term.name, term.values]));
  const fitted = y.map((_, i) =>
    value.terms.reduce((total, term, j) => {
      const x = term === '(Intercept)' ? 1 : (byName.get(term)?.[i] ?? 0);
      return total + x * (value.coef[j] ?? 0);
    }, 0),
  );
  return { fitted, residuals: y.map((each, i) => each - (fitted[i] ?? 0)) };
}

export function regressionFigures(
  value: LinearRegression,
  lines: readonly QuantityLine[],
  data: ModelData,
  { label, unit, level }: { label: string; unit: string; level: number },
) {
  const { fitted, residuals } = residualsOf(value, data);
  const points = fitted.map((x, i) => ({ x, y: residuals[i] ?? 0 }));
  const scatter: ScatterFigure = {
    kind: 'scatter',
    title: `${label}: residuals`,
    subtitle: `n = ${count(value.n)} ${unit}`,
    x: { title: 'Fitted value', format: 'number', zero: false },
    y: { title: 'Residual', format: 'number', zero: true },
    series: [{ name: 'Residuals', points: thin(points, MOST_POINTS, ({ x }) => x) }],
    n: value.n,
    lines: [{ along: 'y', at: 0, label: 'As fitted' }],
    notes: ['A funnel or a curve speaks against the model.'],
    alt: `Residuals against fitted values of ${label}, ${count(value.n)} ${unit}.`,
  };
  const forest = forestFigure(
    {
      title: `Coefficients of ${label}`,
      subtitle: `n = ${count(value.n)} ${unit}`,
      label: 'Term',
      value: `Difference in ${label}`,
      symbol: '*b*',
      format: 'mean',
      level,
      reference: { at: 0, label: 'No difference' },
    },
    lines.slice(1).map((line) => {
      const b = line.quantities.find(({ key }) => key === 'b');
      return { label: line.label, value: b?.value ?? null, ci: b?.ci ?? null };
    }),
  );
  return [forest, scatter];
}
