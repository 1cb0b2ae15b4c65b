import type { OptionDefinition } from '../../model/option.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Options, DataView as View } from '../analysis.ts';
import type { Levels } from '../parts/levels.ts';
import { textOf, variableChosen } from '../parts/read-options.ts';
import { groupingOf } from './grouped.ts';

/** Which two categories are compared, where the variable has more. */
export const WHICH_TWO: readonly OptionDefinition[] = [
  {
    key: 'first',
    label: 'First group',
    help: 'The category whose values are compared with the second’s; left empty, the first there is.',
    type: 'text',
    default: '',
  },
  {
    key: 'second',
    label: 'Second group',
    help: 'The category that it is compared with; needed where there are more than two.',
    type: 'text',
    default: '',
  },
];

/**
 * The two levels that are compared, first minus second.
 * @throws Refusal when there are more than two and none is chosen, or a chosen one has no rows
 */
export function twoGroups(view: View, options: Options): { levels: Levels; only: number[] } {
  const levels = groupingOf(view, variableChosen(options, 'group'));
  const used = levels.labels.flatMap((_, k) => ((levels.counts[k] ?? 0) > 0 ? [k] : []));
  const [first, second] = ['first', 'second'].map((key) => {
    const label = textOf(options, key).trim();
    if (label === '') return undefined;
    const found = used.find((k) => levels.labels[k] === label);
    if (found === undefined) throw noGroup(key, label, levels, used);
    return found;
  });
  if (used.length > 2 && (first === undefined || second === undefined)) {
    throw new Refusal(
      'wrong-option',
      `“${levels.variable.label}” has ${used.length} groups, and two are compared.`,
      {
        hint: `Name two of: ${used.map((k) => levels.labels[k]).join(', ')}; or use an analysis of variance.`,
        where: { option: first === undefined ? 'first' : 'second' },
      },
    );
  }
  const one = first ?? used.find((k) => k !== second) ?? 0;
  const other = second ?? used.find((k) => k !== one) ?? 0;
  if (one !== other) return { levels, only: [one, other] };
  throw new Refusal('wrong-option', 'A group cannot be compared with itself.', {
    hint: 'Name two different groups.',
    where: { option: 'second' },
  });
}

function noGroup(option: string, label: string, levels: Levels, used: readonly number[]): Refusal {
  return new Refusal('wrong-option', `No rows have “${label}” as ${levels.variable.label}.`, {
    hint: `There are: ${used.map((k) => levels.labels[k]).join(', ')}.`,
    where: { option },
  });
}
