import { type Column, EMPTY } from '../model/column.ts';
import type { Measure, Subscale } from '../model/measure.ts';
import { DIRECTION_WORDS, type ScoreFacts } from '../model/score-facts.ts';
import type { Variable } from '../model/variable.ts';
import type { Forms } from './form.ts';
import type { Answer } from './item-reader.ts';
import { days, numbers, texts } from './made-columns.ts';
import type { Score } from './score-form.ts';
import { scoreFacts } from './usable.ts';

export type Part = [Variable, Column];

/** How many items of the form were answered, in or out of range. */
export const ITEMS_ANSWERED = 'items_answered';

const PLAIN = { values: [], missing: [] };

/** Who, when, and by whom. */
export function aboutForms(
  { forms, times, dated, rated, versioned }: Forms,
  person: Variable,
): Part[] {
  const whose: Variable = { ...person, name: 'person', kind: 'identifier', level: 'nominal' };
  const time: Variable = {
    ...PLAIN,
    name: 'time',
    label: 'Time point',
    kind: 'category',
    level: 'ordinal',
    values: times,
    evidence: 'The time points of the forms, in order.',
  };
  const date: Variable = {
    ...PLAIN,
    name: 'date',
    label: 'Date of the form',
    kind: 'date',
    level: 'scale',
    evidence: 'The date that was given with the form.',
  };
  const rater: Variable = {
    ...PLAIN,
    name: 'rater',
    label: 'Rated by',
    kind: 'category',
    level: 'nominal',
    evidence: 'Who filled in the form, as the extract says.',
  };
  const version: Variable = {
    ...PLAIN,
    name: 'version',
    label: 'Version of the form',
    kind: 'category',
    level: 'nominal',
    evidence: 'Which version of the questionnaire it is, as the extract says.',
  };
  const text = (values: (string | null)[]) => texts(values, EMPTY);
  return [
    [whose, text(forms.map((form) => form.person))],
    [time, text(forms.map((form) => form.time))],
    ...(dated ? [[date, days(forms.map((form) => form.day ?? EMPTY))] satisfies Part] : []),
    ...(rated ? [[rater, text(forms.map((form) => form.rater))] satisfies Part] : []),
    ...(versioned ? [[version, text(forms.map((form) => form.version))] satisfies Part] : []),
  ];
}

/** One subscale, with everything that its measure says about it. */
export function scorePart(
  measure: Measure,
  subscale: Subscale,
  scores: readonly Score[],
  accept: readonly string[],
): Part {
  const { key, items, score, level, levels, missing } = subscale;
  const facts = scoreFacts(measure, subscale, accept, itemVariable);
  const isSupplied = scores.some((one) => one.scored === 'supplied');
  const values = scores.map((one) => (one.scored === 'not-scorable' ? one.reason : one.value));
  const isWhole =
    score === 'sum' && !missing.prorate && !isSupplied && values.every(isWholeOrReason);
  const how = isSupplied
    ? 'As the extract gives it'
    : `The ${score} of ${items.length === 1 ? 'item' : 'items'} ${items.join(', ')}`;
  return [
    {
      name: key,
      label: subscaleLabel(facts),
      kind: isWhole ? 'integer' : 'decimal',
      level,
      values: levels,
      missing: [],
      evidence: `${how}, ${measure.name}, version ${measure.version}.`,
      score: facts,
    },
    numbers(values),
  ];
}

function isWholeOrReason(value: number | string): boolean {
  return typeof value === 'string' || Number.isInteger(value);
}

/** "Warmth (MORS-SF, 0–35, higher is better)" */
export function subscaleLabel({ name, short, range, direction }: ScoreFacts): string {
  return `${name} (${short}, ${range.low}–${range.high}, ${DIRECTION_WORDS[direction]})`;
}

export function itemsAnswered(answers: readonly Answer[][]): Part {
  const variable: Variable = {
    ...PLAIN,
    name: ITEMS_ANSWERED,
    label: `Items answered (of ${answers[0]?.length ?? 0})`,
    kind: 'integer',
    level: 'scale',
    evidence: 'Counted over the form.',
  };
  return [variable, numbers(answers.map((form) => form.filter((a) => a !== null).length))];
}

/** What each item counts in the scores. */
export function itemParts({ items, short }: Measure, answers: readonly Answer[][]): Part[] {
  return items.map(({ item, reverse }, place): Part => {
    const values = answers.map((form) => {
      const answer = form[place] ?? EMPTY;
      return answer === 'out-of-range' ? 'out of range' : answer;
    });
    return [
      {
        ...PLAIN,
        name: itemVariable(item),
        label: `${short} item ${item}${reverse ? ', as it counts' : ''}`,
        kind: values.every(isWholeOrReason) ? 'integer' : 'decimal',
        level: 'ordinal',
        evidence: `What item ${item} counts in the scores${reverse ? ': it is a reversed item' : ''}.`,
      },
      numbers(values),
    ];
  });
}

function itemVariable(item: number): string {
  return `item_${item}`;
}
