import { textAt } from '../../model/column.ts';
import { columnNamed, variableNamed } from '../../model/frame.ts';
import { Refusal } from '../../model/refusal.ts';
import type { DataView as View } from '../analysis.ts';
import { distinctLabels } from '../parts/distinct-labels.ts';
import { type Levels, levelsOf, MOST_LEVELS } from '../parts/levels.ts';
import { numberValues } from '../parts/number-values.ts';
import { plainLabel } from '../parts/outcomes.ts';
import { allMissing, type Reasons, reasonsOf } from '../parts/reasons.ts';

export interface ChosenAnswers {
  label: string;
  /** Who chose each; a case counts once for an answer. */
  answers: readonly { answer: string; n: number }[];
  reasons: Reasons;
}

/**
 * Answers to a question that allows several: yes/no variables, one an answer, or cells that list them.
 * @throws Refusal for a mixture of the two, and for more than 200 different answers
 */
export function chosenAnswers(
  view: View,
  names: readonly string[],
  separator: string,
): ChosenAnswers {
  const variables = names.map((name) => variableNamed(view.frame, name));
  const ticks = variables.filter(({ kind }) => kind === 'yesno').length;
  if (ticks === names.length) return ticked(view, names);
  if (names.length === 1 && names[0] !== undefined) return listed(view, names[0], separator);
  if (ticks > 0) {
    throw new Refusal('wrong-option', 'Yes/no variables and variables with lists are mixed.', {
      hint: 'Choose yes/no variables only, or one variable whose cells list the answers.',
      where: { option: 'variables' },
    });
  }
  return several(view, names);
}

function ticked(view: View, names: readonly string[]): ChosenAnswers {
  const read = distinctLabels(names.map((name) => numberValues(view, name)));
  return {
    label: 'Answers',
    answers: read.map(({ variable, values, reasons }) => ({
      answer: plainLabel(variable),
      n: values.filter((value, i) => value === 1 && reasons.codes[i] === 0).length,
    })),
    reasons: allMissing(read.map(({ reasons }) => reasons)),
  };
}

function listed(view: View, name: string, separator: string): ChosenAnswers {
  const variable = variableNamed(view.frame, name);
  const column = columnNamed(view.frame, name);
  const reasons = reasonsOf(view, column);
  const counts = new Map<string, number>();
  view.rows.forEach((row, i) => {
    if (reasons.codes[i] !== 0) return;
    const cell = textAt(column, row);
    const parts = separator === '' ? [cell] : cell.split(separator);
    const chosen = new Set(parts.map((part) => part.trim()).filter((part) => part !== ''));
    for (const answer of chosen) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  });
  if (counts.size > MOST_LEVELS) {
    throw new Refusal(
      'too-many-values',
      `“${variable.label}” lists ${counts.size} different answers.`,
      {
        hint: `At most ${MOST_LEVELS} can be counted. Is the separator right?`,
        where: { option: 'variables', column: name },
      },
    );
  }
  const labelOf = new Map(variable.values.map(({ value, label }) => [value, label]));
  const order = [...counts.keys()].sort(new Intl.Collator('en-GB', { numeric: true }).compare);
  return {
    label: plainLabel(variable),
    answers: order.map((answer) => ({
      answer: labelOf.get(answer) ?? answer,
      n: counts.get(answer) ?? 0,
    })),
    reasons,
  };
}

/** First, second, third choice in a variable each. */
function several(view: View, names: readonly string[]): ChosenAnswers {
  const read: Levels[] = names.map((name) => levelsOf(view, name, 'variables'));
  const order = [...new Set(read.flatMap(({ labels }) => labels))];
  const chosen = read.map((levels) => ({ levels, codes: levels.codes() }));
  const counts = new Map(order.map((answer) => [answer, 0]));
  for (let i = 0; i < view.rows.length; i++) {
    const own = new Set(chosen.map(({ levels, codes }) => levels.labels[codes[i] as number]));
    for (const answer of own) {
      if (answer !== undefined) counts.set(answer, (counts.get(answer) ?? 0) + 1);
    }
  }
  return {
    label: 'Answers',
    answers: order.map((answer) => ({ answer, n: counts.get(answer) ?? 0 })),
    reasons: allMissing(read.map(({ reasons }) => reasons)),
  };
}
