import * as v from 'valibot';
import { toCodes } from '../columns/to-codes.ts';
import { EMPTY } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import { addVariable, heldOf, newText } from './edit-frame.ts';
import { name, newVariable } from './parameters.ts';
import { countPresent, recode } from './recode.ts';
import { defineStep, share } from './step.ts';

/** Divides text at a separator into new variables; more parts than variables stay together in the last one. */
export const splitColumn = defineStep({
  label: 'Split a column',
  about: 'Divides text at a separator into new variables.',
  words: ['text to columns', 'separate'],
  schema: v.strictObject({
    variable: name,
    separator: v.pipe(v.string(), v.minLength(1), v.maxLength(20)),
    into: v.pipe(v.array(v.strictObject(newVariable)), v.minLength(2), v.maxLength(50)),
  }),
  apply(frame, { variable: wanted, separator, into }, { unit }) {
    const { variable, column } = heldOf(frame, wanted, [
      'text',
      'category',
      'identifier',
      'datetime',
    ]);
    const coded = toCodes(column);
    const parts = new Map(
      coded.dictionary.map((text) => [text, divide(text, separator, into.length)]),
    );
    let result: Frame = frame;
    for (const [at, named] of into.entries()) {
      const { column: part } = recode(coded, (text) => {
        const found = parts.get(text)?.[at]?.trim() ?? '';
        return found === '' ? { missing: EMPTY } : { text: found };
      });
      result = addVariable(result, newText(named, `Part ${at + 1} of ${variable.label}.`), part);
    }
    const divided = recode(coded, (text) =>
      (parts.get(text)?.length ?? 0) > 1 ? { text } : { missing: EMPTY },
    );
    const names = into.map(({ label }) => label).join(', ');
    return {
      frame: result,
      cellsChanged: 0,
      sentence: `Split ${variable.label} at “${separator}” into ${names}: ${share(countPresent(divided.column), frame.rows, unit)} had more than one part.`,
    };
  },
});

function divide(text: string, separator: string, most: number): string[] {
  const parts = text.split(separator);
  return parts.length <= most
    ? parts
    : [...parts.slice(0, most - 1), parts.slice(most - 1).join(separator)];
}
