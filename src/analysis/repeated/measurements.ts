import type { OptionDefinition } from '../../model/option.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Kind } from '../../model/variable.ts';
import type { Options, DataView as View } from '../analysis.ts';
import { statedTime } from '../paired/score-facts.ts';
import { type CompleteRows, completeRows } from '../parts/complete-rows.ts';
import { orderedValues } from '../parts/ordered-values.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { textOf, variablesChosen } from '../parts/read-options.ts';
import { NUMBERS, variables } from '../parts/standard-options.ts';

/** The same measure of the same people, several times or under several conditions. */
export interface Measurements extends CompleteRows {
  /** What was measured: "Warmth". */
  label: string;
  /** One a measurement: "T1". */
  times: readonly string[];
}

export function measurementOptions(
  min: number,
  kinds: readonly Kind[] = NUMBERS,
): readonly OptionDefinition[] {
  return [
    variables(
      'measurements',
      'Measurements',
      'The same measure at each time or under each condition, in order.',
      kinds,
      { min, max: 20 },
    ),
    {
      key: 'label',
      label: 'Name',
      help: 'Name of the measure; left empty, what the labels of the variables have in common.',
      type: 'text',
      default: '',
    },
  ];
}

/** @throws Refusal for a category without an order */
export function measurementsOf(view: View, options: Options): Measurements {
  const names = variablesChosen(options, 'measurements');
  const read = names.map((name) => {
    const values = orderedValues(view, name, 'measurements');
    return { ...values, label: plainLabel(values.variable) };
  });
  const labels = read.map(({ label }) => label);
  const shared = inCommon(labels);
  const stated = read.map(({ variable }) =>
    statedTime({ ...variable, label: plainLabel(variable) }),
  );
  const times = new Set(stated).size === stated.length && !stated.includes('') ? stated : labels;
  if (new Set(labels).size < labels.length) {
    throw new Refusal('wrong-option', 'Two measurements have the same label.', {
      hint: 'Give their variables different labels in Data.',
      where: { option: 'measurements' },
    });
  }
  return {
    ...completeRows(read.map((each, k) => ({ ...each, label: times[k] ?? each.label }))),
    label: textOf(options, 'label').trim() || shared || labels.join(', '),
    times,
  };
}

/** The words that all labels begin with. */
function inCommon(labels: readonly string[]): string {
  const words = labels.map((label) => label.split(/\s+/));
  const [first = []] = words;
  const differs = first.findIndex((word, k) => words.some((other) => other[k] !== word));
  return (differs < 0 ? first : first.slice(0, differs)).join(' ').replace(/[\s,;:(–-]+$/, '');
}

/** The values of one measurement. */
export function valuesAt({ rows }: CompleteRows, j: number): number[] {
  return rows.map((row) => row[j] as number);
}
