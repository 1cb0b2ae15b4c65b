import { variableNamed } from '../../model/frame.ts';
import type { DataView as View } from '../analysis.ts';
import { levelsOf } from '../parts/levels.ts';
import { numberValues } from '../parts/number-values.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { anyMissing, type Reasons } from '../parts/reasons.ts';
import type { ModelInput, Term } from '../statistics/model-input.ts';

export interface ModelData {
  input: ModelInput;
  /** Labels of the responses by their keys. */
  labels: Readonly<Record<string, string>>;
  predictors: readonly string[];
  /** "Site: compared with A", of each predictor with categories. */
  references: readonly string[];
  reasons: Reasons;
}

interface Predictor {
  label: string;
  reasons: Reasons;
  /** Columns of the rows given; of categories also which one the others are compared with. */
  terms(rows: readonly number[]): { terms: Term[]; reference?: string };
}

/**
 * Responses (numbers) and predictors of the rows that have all of them. A category becomes one term for
 * each of its levels but the first that occurs.
 * @param responses variables by the keys under which the model knows them
 */
export function modelData(
  view: View,
  responses: Readonly<Record<string, string>>,
  predictors: readonly string[],
): ModelData {
  const outcomes = Object.entries(responses).map(([key, name]) => {
    const values = numberValues(view, name);
    return { ...values, key, label: plainLabel(values.variable) };
  });
  const all = predictors.map((name) => plainLabel(variableNamed(view.frame, name)));
  const read = predictors.map((name, k) => {
    const label = all[k] ?? name;
    const shared = all.filter((other) => other === label).length > 1;
    return predictorOf(view, name, shared ? `${label} (${name})` : label);
  });
  const reasons = anyMissing([...outcomes, ...read]);
  const rows: number[] = [];
  reasons.codes.forEach((code, i) => {
    if (code === 0) rows.push(i);
  });
  const columns = read.map(({ label, terms }) => ({ label, ...terms(rows) }));
  const valuesOf = (values: Float64Array) => Float64Array.from(rows, (i) => values[i] as number);
  return {
    input: {
      responses: Object.fromEntries(outcomes.map(({ key, values }) => [key, valuesOf(values)])),
      terms: columns.flatMap(({ terms }) => terms),
      rows,
    },
    labels: Object.fromEntries(outcomes.map(({ key, label }) => [key, label])),
    predictors: read.map(({ label }) => label),
    references: columns.flatMap(({ label, reference }) =>
      reference === undefined ? [] : [`${label}: compared with ${reference}`],
    ),
    reasons,
  };
}

function predictorOf(view: View, name: string, label: string): Predictor {
  const variable = variableNamed(view.frame, name);
  if (variable.kind === 'category' || variable.kind === 'text')
    return categories(view, name, label);
  const { values, reasons } = numberValues(view, name);
  return {
    label,
    reasons,
    terms: (rows) => ({
      terms: [
        {
          name: variable.kind === 'yesno' ? `${label}: yes` : label,
          values: Float64Array.from(rows, (i) => values[i] as number),
        },
      ],
    }),
  };
}

function categories(view: View, name: string, label: string): Predictor {
  const levels = levelsOf(view, name, 'predictors');
  const codes = levels.codes();
  return {
    label,
    reasons: levels.reasons,
    terms: (rows) => {
      const used = [...new Set(rows.map((i) => codes[i] as number))].sort((a, b) => a - b);
      const [first, ...others] = used;
      return {
        reference: first === undefined ? '' : (levels.labels[first] ?? ''),
        terms: others.map((level) => ({
          name: `${label}: ${levels.labels[level]}`,
          values: Float64Array.from(rows, (i) => (codes[i] === level ? 1 : 0)),
        })),
      };
    },
  };
}
