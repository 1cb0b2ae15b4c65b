import { type Column, EMPTY } from '../model/column.ts';
import { type Frame, variableNamed } from '../model/frame.ts';
import type { ScoreAccount, ScoreDefinition } from '../model/table.ts';
import type { Variable } from '../model/variable.ts';
import type { Forms } from './form.ts';
import { measureNamed } from './library.ts';
import { longForms } from './long-forms.ts';
import { days, numbers, texts } from './made-columns.ts';
import { type Measure, type Subscale, subscaleLabel } from './measure.ts';
import { type Score, scoreForm } from './score-form.ts';
import { wideForms } from './wide-forms.ts';

/** How many items of the form were answered, in or out of range. */
export const ITEMS_ANSWERED = 'items_answered';

/**
 * Scores questionnaires: one row a form, with `person`, `time`, `date` (when the layout has one),
 * one number a subscale under its key, and `items_answered`. `origin` is the form's first source row.
 *
 * @returns the frame, what became of each subscale, and the version of the measure that was used
 * @throws Refusal for an unknown measure or variable, or rows that belong to no form
 */
export function scoreFrame(
  frame: Frame,
  definition: ScoreDefinition,
): { frame: Frame; account: ScoreAccount; version: string } {
  const measure = measureNamed(definition.measure, definition.version);
  const person = variableNamed(frame, definition.person);
  const { layout } = definition;
  const read =
    layout.form === 'wide'
      ? wideForms(frame, person.name, layout, measure)
      : longForms(frame, person.name, layout, measure);
  const scored = measure.subscales.map((subscale) => ({
    subscale,
    scores: read.forms.map((form) => scoreForm(measure, subscale, form.answers)),
  }));

  const parts: [Variable, Column][] = [
    ...aboutForms(read, person),
    ...scored.map(({ subscale, scores }): [Variable, Column] => [
      scoreVariable(measure, subscale),
      numbers(scores.map((one) => (one.scored === 'not-scorable' ? one.reason : one.value))),
    ]),
    itemsAnswered(read, measure),
  ];
  return {
    frame: {
      rows: read.forms.length,
      variables: parts.map(([variable]) => variable),
      columns: parts.map(([, column]) => column),
      origin: Uint32Array.from(read.forms, ({ row }) => frame.origin[row] ?? row + 1),
    },
    account: {
      subscales: scored.map(({ subscale, scores }) => ({
        name: subscale.name,
        ...countScores(scores),
      })),
      outOfRange: read.outOfRange,
      ...(read.repeatedItems > 0 ? { repeatedItems: read.repeatedItems } : {}),
    },
    version: measure.version,
  };
}

const PLAIN = { values: [], missing: [] };

function aboutForms({ forms, times, dated }: Forms, person: Variable): [Variable, Column][] {
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
  return [
    [
      whose,
      texts(
        forms.map((form) => form.person),
        EMPTY,
      ),
    ],
    [
      time,
      texts(
        forms.map((form) => form.time),
        EMPTY,
      ),
    ],
    ...(dated ? [[date, days(forms.map((form) => form.day ?? EMPTY))] as [Variable, Column]] : []),
  ];
}

function scoreVariable(measure: Measure, subscale: Subscale): Variable {
  const { key, items, score, level, levels, missing } = subscale;
  return {
    name: key,
    label: subscaleLabel(measure, subscale),
    kind: score === 'sum' && !missing.prorate ? 'integer' : 'decimal',
    level,
    values: levels,
    missing: [],
    evidence: `The ${score} of items ${items.join(', ')} of ${measure.name}, version ${measure.version} in the library.`,
  };
}

function itemsAnswered({ forms }: Forms, measure: Measure): [Variable, Column] {
  const of = measure.items.length;
  const variable: Variable = {
    ...PLAIN,
    name: ITEMS_ANSWERED,
    label: `Items answered (of ${of})`,
    kind: 'integer',
    level: 'scale',
    evidence: 'Counted over the form.',
  };
  return [variable, numbers(forms.map(({ answers }) => answers.filter((a) => a !== null).length))];
}

function countScores(scores: readonly Score[]) {
  const count = (kind: Score['scored']) => scores.filter((one) => one.scored === kind).length;
  return {
    complete: count('complete'),
    proRated: count('pro-rated'),
    notScorable: count('not-scorable'),
  };
}
