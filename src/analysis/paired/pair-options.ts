import type { OptionDefinition } from '../../model/option.ts';
import { Refusal } from '../../model/refusal.ts';
import type { Options, DataView as View } from '../analysis.ts';
import { choiceOf, textOf, variablesChosen } from '../parts/read-options.ts';
import { type PairedScores, pairedScores } from './paired-scores.ts';

export const BETTER_OPTION: OptionDefinition = {
  key: 'better',
  label: 'Better is',
  help: 'Which direction of the scores is good. As labelled: what the label of each variable says.',
  type: 'choice',
  choices: [
    { value: 'as-labelled', label: 'As labelled' },
    { value: 'higher', label: 'Higher' },
    { value: 'lower', label: 'Lower' },
  ],
  default: 'as-labelled',
};

/**
 * The measures that the options name: before[i] and after[i] are a pair.
 * @throws Refusal when the lists do not fit together
 */
export function chosenPairs(view: View, options: Options): PairedScores[] {
  const before = variablesChosen(options, 'before');
  const after = variablesChosen(options, 'after');
  const labels = splitLabels(textOf(options, 'labels'));
  const better = choiceOf(options, 'better', ['as-labelled', 'higher', 'lower']);
  if (before.length !== after.length) {
    throw refuse(
      'after',
      `There are ${before.length} variables before and ${after.length} after.`,
      'Choose as many of each, in the same order.',
    );
  }
  checkDifferent(before, after);
  if (labels.length > 0 && labels.length !== before.length) {
    throw refuse(
      'labels',
      `There are ${before.length} pairs and ${labels.length} names.`,
      'Give one name a pair, separated by semicolons, or none.',
    );
  }
  const pairs = before.map((name, i) =>
    pairedScores(view, { before: name, after: after[i] ?? name, label: labels[i], better }),
  );
  return distinct(pairs, before);
}

/** @throws Refusal when a variable is paired with itself */
export function checkDifferent(before: readonly string[], after: readonly string[]): void {
  const itself = before.find((name, i) => name === after[i]);
  if (itself === undefined) return;
  throw refuse('after', `“${itself}” cannot be compared with itself.`, 'Choose another variable.');
}

/** Two measures with the same short name are told apart by the names of their variables. */
function distinct(pairs: readonly PairedScores[], names: readonly string[]): PairedScores[] {
  return pairs.map((pair, i) => {
    const shared = pairs.some((other, k) => k !== i && other.label === pair.label);
    return shared ? { ...pair, label: `${pair.label} (${names[i] ?? i + 1})` } : pair;
  });
}

function splitLabels(text: string): string[] {
  return text.trim() === '' ? [] : text.split(';').map((label) => label.trim());
}

function refuse(option: string, message: string, hint: string): Refusal {
  return new Refusal('wrong-option', message, { hint, where: { option } });
}
