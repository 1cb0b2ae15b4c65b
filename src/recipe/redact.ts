import * as v from 'valibot';
import { toCodes } from '../columns/to-codes.ts';
import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import { heldOf, replaceVariable } from './edit-frame.ts';
import { names, text } from './parameters.ts';
import { escapePattern } from './pattern/escape-pattern.ts';
import { compilePattern } from './pattern/pattern.ts';
import { countPresent, recode } from './recode.ts';
import { defineStep, share } from './step.ts';

/** What can be found by its form. Forms overlap, so the longest come first. */
const FORMS = {
  email: String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
  phone: String.raw`(?:\+44[ -]?|\b0)\d(?:[ -]?\d){8,9}\b`,
  'nhs-number': String.raw`\b\d{3}[ -]?\d{3}[ -]?\d{4}\b`,
  postcode: String.raw`\b[A-Za-z]{1,2}\d[A-Za-z\d]?[ ]?\d[A-Za-z]{2}\b`,
  date: String.raw`\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b`,
} as const;

const MARK = '[…]';

/**
 * Puts `[…]` in the place of what could name somebody in text: by form, and words that are listed, whole and
 * whatever their capitals. It cannot know every name: read the text before you share it.
 */
export const redact = defineStep({
  label: 'Redact',
  about: 'Takes numbers, postcodes, addresses and listed names out of free text.',
  words: ['remove names', 'anonymise', 'free text'],
  schema: v.strictObject({
    variables: names,
    forms: v.exactOptional(
      v.array(v.picklist(['email', 'phone', 'nhs-number', 'postcode', 'date'])),
      [],
    ),
    words: v.exactOptional(v.pipe(v.array(text), v.maxLength(5_000)), []),
  }),
  apply(frame, { variables, forms, words }) {
    if (forms.length === 0 && words.length === 0) {
      throw new Refusal('bad-parameter', 'It is not said what is taken out.', {
        hint: 'Give “forms”, “words”, or both.',
      });
    }
    const patterns = (Object.keys(FORMS) as (keyof typeof FORMS)[])
      .filter((form) => forms.includes(form))
      .map((form) => compilePattern(FORMS[form]));
    const named = words.map((word) => word.trim()).filter((word) => word !== '');
    named.sort((a, b) => b.length - a.length);
    for (let from = 0; from < named.length; from += 100) {
      const some = named
        .slice(from, from + 100)
        .map(escapePattern)
        .join('|');
      patterns.push(compilePattern(`\\b(?:${some})\\b`, { ignoreCase: true }));
    }
    const clean = (value: string) =>
      patterns.reduce((now, pattern) => pattern.replaceAll(now, MARK), value);
    let result: Frame = frame;
    let changed = 0;
    let present = 0;
    const labels: string[] = [];
    for (const each of new Set(variables)) {
      const { variable, column, index } = heldOf(result, each, ['text', 'category', 'identifier']);
      const redacted = recode(toCodes(column), (value) => ({ text: clean(value) }));
      changed += redacted.changed;
      present += countPresent(column);
      labels.push(variable.label);
      result = replaceVariable(result, index, { ...variable, values: [] }, redacted.column);
    }
    return {
      frame: result,
      cellsChanged: changed,
      sentence: `Redacted ${share(changed, present, `texts of ${labels.join(', ')}`)}.`,
    };
  },
});
