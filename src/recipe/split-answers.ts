import * as v from 'valibot';
import { numberColumn } from '../columns/build.ts';
import { compareText } from '../columns/collate.ts';
import { toCodes } from '../columns/to-codes.ts';
import { missingReason } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { Variable } from '../model/variable.ts';
import { addVariable, heldOf } from './edit-frame.ts';
import { name, text } from './parameters.ts';
import { defineStep } from './step.ts';

const MOST_ANSWERS = 200;

/**
 * A question with several answers in one cell becomes one yes/no variable an answer: 1 named, 0 not named,
 * missing where the question was not answered. Answers are compared without regard to capitals and spaces
 * around them; those listed get a variable even when nobody named them.
 */
export const splitAnswers = defineStep({
  label: 'Split several answers',
  about: 'A question with several answers in one cell becomes one yes/no variable an answer.',
  words: ['tick all that apply', 'multiple response', 'checkboxes'],
  schema: v.strictObject({
    variable: name,
    separator: v.pipe(v.string(), v.minLength(1), v.maxLength(20)),
    prefix: name,
    answers: v.exactOptional(v.pipe(v.array(text), v.minLength(1), v.maxLength(MOST_ANSWERS))),
  }),
  apply(frame, { variable: wanted, separator, prefix, answers }) {
    const { variable, column } = heldOf(frame, wanted, ['text', 'category']);
    const coded = toCodes(column);
    const named = coded.dictionary.map(
      (cell) =>
        new Set(
          cell
            .split(separator)
            .map((part) => part.trim())
            .filter(Boolean)
            .map(keyOf),
        ),
    );
    const spelled = new Map<string, string>();
    for (const answer of answers ?? []) spelled.set(keyOf(answer), answer.trim());
    const unlisted = new Map<string, string>();
    for (const cell of coded.dictionary) {
      for (const part of cell.split(separator)) {
        const answer = part.trim();
        if (answer === '' || spelled.has(keyOf(answer))) continue;
        if (!unlisted.has(keyOf(answer))) unlisted.set(keyOf(answer), answer);
      }
    }
    if (!answers) {
      const sorted = [...unlisted].sort(([, a], [, b]) => compareText(a, b));
      for (const [key, answer] of sorted) spelled.set(key, answer);
    }
    if (spelled.size > MOST_ANSWERS) {
      throw new Refusal(
        'bad-parameter',
        `${variable.label} has ${spelled.size} different answers.`,
        {
          hint: 'Check the separator, merge spellings first, or list the answers that matter.',
          where: { option: 'answers' },
        },
      );
    }
    let result: Frame = frame;
    const counts: string[] = [];
    const names = new Set<string>();
    for (const [key, answer] of spelled) {
      const values: (number | null)[] = [];
      const reasons: (string | null)[] = [];
      let n = 0;
      for (let row = 0; row < frame.rows; row++) {
        const reason = missingReason(column, row);
        const isNamed = reason === null && named[coded.codes[row] ?? 0]?.has(key) === true;
        if (isNamed) n++;
        values.push(reason === null ? Number(isNamed) : null);
        reasons.push(reason);
      }
      const made: Variable = {
        name: freeName(`${prefix}_${slug(answer)}`, names),
        label: `${variable.label}: ${answer}`,
        kind: 'yesno',
        level: 'nominal',
        values: [],
        missing: [],
        evidence: `Whether ${variable.label} names “${answer}”.`,
      };
      result = addVariable(result, made, numberColumn(values, reasons));
      counts.push(`${answer} ${n}`);
    }
    const others =
      answers && unlisted.size > 0
        ? `; not listed and left out: ${[...unlisted.values()].slice(0, 5).join(', ')}`
        : '';
    return {
      frame: result,
      cellsChanged: 0,
      sentence: `Split ${variable.label} into ${spelled.size} yes/no variables (${counts.join(', ')})${others}.`,
    };
  },
});

function keyOf(answer: string): string {
  return answer.trim().toLowerCase();
}

function slug(answer: string): string {
  const plain = answer
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
  return plain.replace(/^_+|_+$/g, '').slice(0, 40) || 'other';
}

function freeName(wanted: string, taken: Set<string>): string {
  let free = wanted;
  for (let n = 2; taken.has(free); n++) free = `${wanted}_${n}`;
  taken.add(free);
  return free;
}
