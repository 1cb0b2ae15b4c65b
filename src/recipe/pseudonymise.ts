import * as v from 'valibot';
import { toCodes } from '../columns/to-codes.ts';
import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import { held, replaceVariable } from './edit-frame.ts';
import { names } from './parameters.ts';
import { countPresent, recode } from './recode.ts';
import { defineStep, share } from './step.ts';

/**
 * Puts a pseudonym in the place of each identifier: the beginning of HMAC-SHA-256 under the key of this
 * project, in hexadecimal. The same identifier has the same pseudonym in every table, spaces and capitals
 * aside. The key is not in the project; without it nobody can compute a pseudonym, or try out identifiers.
 */
export const pseudonymise = defineStep({
  label: 'Pseudonymise',
  about: 'Puts a pseudonym in the place of each identifier, the same one in every table.',
  words: ['anonymise', 'hash', 'identifiers'],
  schema: v.strictObject({
    variables: names,
    length: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(12), v.maxValue(64)), 16),
  }),
  apply(frame, { variables, length }, { digest }) {
    let result: Frame = frame;
    const done: string[] = [];
    let changed = 0;
    for (const each of new Set(variables)) {
      const { variable, column, index } = held(result, each);
      const coded = toCodes(column);
      const pseudonyms = new Map<string, string>();
      const { column: hidden } = recode(coded, (text) => {
        const plain = normalIdentifier(text);
        const pseudonym = hex(digest(plain)).slice(0, length);
        const other = pseudonyms.get(pseudonym);
        if (other !== undefined && other !== plain) {
          throw new Refusal('pseudonym-twice', 'Two identifiers would have the same pseudonym.', {
            hint: 'Ask for longer pseudonyms.',
            where: { option: 'length', column: variable.name },
          });
        }
        pseudonyms.set(pseudonym, plain);
        return { text: pseudonym };
      });
      const became = {
        ...variable,
        kind: 'identifier',
        level: 'nominal',
        values: [],
        missing: [],
        evidence: `Pseudonyms of ${variable.label}.`,
      } as const;
      result = replaceVariable(result, index, became, hidden);
      changed += countPresent(column);
      done.push(
        `${share(countPresent(column), frame.rows, `values of ${variable.label}`)} (${pseudonyms.size} different)`,
      );
    }
    return { frame: result, cellsChanged: changed, sentence: `Pseudonymised ${done.join(', ')}.` };
  },
});

/** `943 476 5919` and `9434765919` are one person. */
export function normalIdentifier(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  return /^[\d-]+$/.test(plain) ? plain.replaceAll('-', '') : plain;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
