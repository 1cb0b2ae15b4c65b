import * as v from 'valibot';
import { toCodes } from '../columns/to-codes.ts';
import { EMPTY } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import { heldOf, replaceVariable } from './edit-frame.ts';
import { names, text } from './parameters.ts';
import { escapePattern } from './pattern/escape-pattern.ts';
import { compilePattern } from './pattern/pattern.ts';
import { countPresent, recode } from './recode.ts';
import { defineStep, share } from './step.ts';

/** Finds text and puts other text in its place: as it is written, or as a pattern with `$1` for its groups. */
export const findReplace = defineStep({
  label: 'Find and replace',
  about: 'Puts other text in the place of what is found.',
  words: ['substitute', 'regular expression'],
  schema: v.strictObject({
    variables: names,
    find: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
    replace: text,
    pattern: v.exactOptional(v.boolean(), false),
    whole: v.exactOptional(v.boolean(), false),
    ignoreCase: v.exactOptional(v.boolean(), false),
  }),
  apply(frame, { variables, find, replace, pattern, whole, ignoreCase }) {
    const source = pattern ? find : escapePattern(find);
    const matcher = compilePattern(whole ? `^(?:${source})$` : source, { ignoreCase });
    let result: Frame = frame;
    let changed = 0;
    let present = 0;
    const wanted = [...new Set(variables)];
    for (const each of wanted) {
      const { variable, column, index } = heldOf(result, each, ['text', 'category', 'identifier']);
      const put = pattern ? replace : replace.replaceAll('$', '$$$$');
      const replaced = recode(toCodes(column), (value) => {
        const now = matcher.replaceAll(value, put);
        return now === '' ? { missing: EMPTY } : { text: now };
      });
      changed += replaced.changed;
      present += countPresent(column);
      const values = variable.values.flatMap((entry) => {
        const value = matcher.replaceAll(entry.value, put);
        return value === '' ? [] : [value === entry.value ? entry : { value, label: value }];
      });
      const known = new Set<string>();
      const distinct = values.filter(({ value }) => !known.has(value) && known.add(value));
      result = replaceVariable(result, index, { ...variable, values: distinct }, replaced.column);
    }
    const what =
      wanted.length === 1
        ? heldOf(frame, wanted[0] ?? '', ['text', 'category', 'identifier']).variable.label
        : `${wanted.length} variables`;
    return {
      frame: result,
      cellsChanged: changed,
      sentence:
        replace === ''
          ? `Took “${find}” out of ${share(changed, present, `values of ${what}`)}.`
          : `Replaced “${find}” by “${replace}” in ${share(changed, present, `values of ${what}`)}.`,
    };
  },
});
