import { parseIsoDate } from '../../model/calendar.ts';
import { formatNumber } from '../../model/format.ts';
import type { Frame } from '../../model/frame.ts';
import {
  type AnalysisDescription,
  defaultValue,
  isOffered,
  type OptionDefinition,
} from '../../model/option.ts';
import { Refusal } from '../../model/refusal.ts';
import type { OptionValue } from '../../model/result.ts';
import { KIND, type Kind } from '../../model/variable.ts';
import type { Options } from '../analysis.ts';
import { WEIGHT } from './standard-options.ts';

/**
 * Options as the description wants them: every key present, defaults filled in, every value of the
 * right type and in range, every variable there and of a kind that is accepted.
 * @throws Refusal with `where.option`
 */
export function checkOptions(
  { title, options: definitions }: AnalysisDescription,
  frame: Pick<Frame, 'variables'>,
  given: Readonly<Record<string, OptionValue>>,
): Options {
  const unknown = Object.keys(given).find((key) => !definitions.some((d) => d.key === key));
  if (unknown === WEIGHT.key) {
    throw new Refusal('no-weights', `“${title}” takes no weights: it would ignore them.`, {
      hint: 'Its rows have to be one row a person. Leave the weight out.',
      where: { option: unknown },
    });
  }
  if (unknown !== undefined) {
    throw new Refusal('unknown-option', `“${title}” has no option called “${unknown}”.`, {
      hint: `Its options are: ${definitions.map((d) => d.key).join(', ')}.`,
      where: { option: unknown },
    });
  }
  const checked = definitions.map((definition) => {
    const value = given[definition.key] ?? defaultValue(definition);
    if (isOffered(definition, definitions, given))
      return [definition.key, checkValue(definition, value, frame)] as const;
    return [definition.key, checkUnused(definition, value, definitions)] as const;
  });
  return Object.fromEntries(checked);
}

/** An option that would be ignored is refused. */
function checkUnused(
  definition: OptionDefinition,
  value: OptionValue,
  definitions: readonly OptionDefinition[],
): OptionValue {
  const unused = defaultValue(definition);
  if (JSON.stringify(value) === JSON.stringify(unused)) return unused;
  const other = definitions.find(({ key }) => key === definition.when?.option);
  throw refuse(
    definition,
    `it would be ignored, because of what “${other?.label}” is.`,
    'Leave it out, or change the other option.',
  );
}

function checkValue(
  definition: OptionDefinition,
  value: OptionValue,
  frame: Pick<Frame, 'variables'>,
): OptionValue {
  switch (definition.type) {
    case 'variable':
      if (value === null) {
        if (definition.required) throw refuse(definition, 'a variable has to be chosen.');
        return null;
      }
      if (typeof value !== 'string')
        throw refuse(definition, 'the name of one variable is expected.');
      checkVariable(definition, definition.kinds, value, frame);
      return value;
    case 'variables':
      return checkVariables(definition, value, frame);
    case 'choice':
      if (definition.choices.some((choice) => choice.value === value)) return value;
      throw refuse(
        definition,
        `“${String(value)}” is not one of its choices.`,
        `Choose one of: ${definition.choices.map((choice) => choice.value).join(', ')}.`,
      );
    case 'number':
      if (typeof value === 'number' && value >= definition.min && value <= definition.max)
        return value;
      throw refuse(
        definition,
        `a number from ${range(definition.min)} to ${range(definition.max)} is expected, not “${String(value)}”.`,
      );
    case 'switch':
      if (typeof value === 'boolean') return value;
      throw refuse(definition, `true or false is expected, not “${String(value)}”.`);
    case 'date':
      if (value === null) return null;
      if (typeof value === 'string' && parseIsoDate(value) !== undefined) return value;
      throw refuse(
        definition,
        `“${String(value)}” is not a date.`,
        'Write it as year-month-day: 2023-12-31.',
      );
    case 'text':
      if (typeof value === 'string') return value;
      throw refuse(definition, 'text is expected.');
  }
}

function checkVariables(
  definition: OptionDefinition & { type: 'variables' },
  value: OptionValue,
  frame: Pick<Frame, 'variables'>,
): OptionValue {
  if (typeof value !== 'object' || value === null) {
    throw refuse(definition, 'a list of variable names is expected.');
  }
  if (value.length < definition.min) {
    const needed =
      definition.min === 1
        ? 'at least one variable has'
        : `at least ${definition.min} variables have`;
    throw refuse(definition, `${needed} to be chosen.`);
  }
  if (value.length > definition.max) {
    throw refuse(
      definition,
      `at most ${definition.max} variables can be chosen, and there are ${value.length}.`,
    );
  }
  for (const name of value) checkVariable(definition, definition.kinds, name, frame);
  const repeated = value.find((name, i) => value.indexOf(name) < i);
  if (repeated !== undefined) throw refuse(definition, `“${repeated}” is named twice.`);
  return value;
}

function checkVariable(
  definition: OptionDefinition,
  kinds: readonly Kind[],
  name: string,
  frame: Pick<Frame, 'variables'>,
): void {
  const variable = frame.variables.find((entry) => entry.name === name);
  if (!variable) {
    throw new Refusal('unknown-variable', `There is no variable called “${name}”.`, {
      hint: `The table has: ${frame.variables.map((entry) => entry.name).join(', ')}.`,
      where: { option: definition.key, column: name },
    });
  }
  if (!kinds.includes(variable.kind)) {
    const accepted = kinds.map((kind) => KIND[kind].label.toLowerCase()).join(', ');
    throw new Refusal(
      'wrong-kind',
      `“${name}” is of kind ${KIND[variable.kind].label.toLowerCase()}, and this needs: ${accepted}.`,
      {
        hint: 'Choose another variable, or change its kind in Data.',
        where: { option: definition.key, column: name },
      },
    );
  }
}

function refuse(definition: OptionDefinition, reason: string, hint = definition.help): Refusal {
  return new Refusal('wrong-option', `${definition.label}: ${reason}`, {
    hint,
    where: { option: definition.key },
  });
}

function range(bound: number): string {
  return formatNumber(bound, 'number');
}
