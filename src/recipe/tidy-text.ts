import * as v from 'valibot';
import { toCodes } from '../columns/to-codes.ts';
import { EMPTY } from '../model/column.ts';
import type { Variable } from '../model/variable.ts';
import { heldOf, replaceVariable } from './edit-frame.ts';
import { name } from './parameters.ts';
import { countPresent, recode } from './recode.ts';
import { defineStep, share } from './step.ts';

const CASES = {
  sentence: (text: string) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase(),
  lower: (text: string) => text.toLowerCase(),
  upper: (text: string) => text.toUpperCase(),
  title: (text: string) =>
    text
      .toLowerCase()
      .replace(
        /(^|[\s\-(/])(\p{L})/gu,
        (_, before: string, letter: string) => before + letter.toUpperCase(),
      ),
};

/** Trims text, makes one space of several (unless `collapse` is false), and sets its case when asked. */
export const tidyText = defineStep({
  label: 'Tidy text',
  about: 'Trims text, makes one space of several, sets capitals.',
  words: ['trim', 'spaces', 'upper case', 'lower case'],
  schema: v.strictObject({
    variable: name,
    collapse: v.exactOptional(v.boolean(), true),
    case: v.exactOptional(v.picklist(['sentence', 'title', 'lower', 'upper'])),
  }),
  apply(frame, { variable: wanted, collapse, case: letters }) {
    const { variable, column, index } = heldOf(frame, wanted, ['text', 'category', 'identifier']);
    const tidy = (text: string) => {
      const spaced = collapse ? text.trim().replace(/\s+/g, ' ') : text.trim();
      return letters === undefined ? spaced : CASES[letters](spaced);
    };
    const { column: tidied, changed } = recode(toCodes(column), (text) => {
      const clean = tidy(text);
      return clean === '' ? { missing: EMPTY } : { text: clean };
    });
    const did = ['trimmed', collapse ? 'spaces collapsed' : '', letters ? `${letters} case` : ''];
    const values = share(changed, countPresent(column), `values of ${variable.label}`);
    return {
      frame: replaceVariable(frame, index, tidyDeclared(variable, tidy), tidied),
      cellsChanged: changed,
      sentence: `Tidied ${values} (${did.filter((part) => part !== '').join(', ')}).`,
    };
  },
});

function tidyDeclared(variable: Variable, tidy: (text: string) => string): Variable {
  const labels = new Map<string, string>();
  for (const { value, label } of variable.values) {
    const clean = tidy(value);
    if (!labels.has(clean)) labels.set(clean, label === value ? clean : label);
  }
  return { ...variable, values: [...labels].map(([value, label]) => ({ value, label })) };
}
