import { cox } from './cox.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { linearRegression } from './linear-regression.ts';
import { logisticRegression } from './logistic-regression.ts';
import { logrank } from './logrank.ts';
import { modelInput } from './model-input.ts';
import { confidence, record, trueOr, wrongInput } from './read-input.ts';
import { survivalInput } from './survival-input.ts';

type Statistic = (input: unknown, options: unknown) => unknown;

/** Regressions and survival, by the name of the test. */
export const MODELS: Readonly<Record<string, Statistic>> = {
  linear_regression(input, options) {
    const response = outcome(input);
    const { intercept } = record(options, 'The options');
    return linearRegression(modelInput(input, [response]), response, {
      level: confidence(options),
      intercept: trueOr(intercept, 'intercept', true),
    });
  },
  logistic_regression(input, options) {
    const response = outcome(input);
    const result = logisticRegression(modelInput(input, [response]), response, confidence(options));
    const alone = result.terms.length === 1;
    return alone ? { ...result, coef: result.coef[0], se: result.se[0] } : result;
  },
  kaplan_meier(input, options) {
    const { time, event } = record(input, 'The input');
    return kaplanMeier(survivalInput({ time, event }).survival, confidence(options));
  },
  logrank(input) {
    const { time, event, group } = record(input, 'The input');
    const labels = labelsOf(group, 'group');
    const { survival, model } = survivalInput({ time, event, group: labels });
    return logrank(
      survival,
      survival.order.map((i) => labels[model.rows[i] ?? 0] ?? ''),
    );
  },
  cox(input, options) {
    const { survival, model } = survivalInput(input);
    return cox(survival, model.terms, confidence(options));
  },
};

function labelsOf(list: unknown, name: string): (string | null)[] {
  if (!Array.isArray(list)) throw wrongInput(`“${name}” must be a list.`);
  return list.map((entry: unknown) => (entry === null ? null : String(entry)));
}

/** “y”, or else the first list. */
function outcome(input: unknown): string {
  const names = Object.keys(record(input, 'The input'));
  const first = names.includes('y') ? 'y' : names[0];
  if (first === undefined) throw wrongInput('The outcome “y” is missing.');
  return first;
}
