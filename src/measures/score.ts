import type { Column } from '../model/column.ts';
import { type Frame, variableNamed } from '../model/frame.ts';
import type { Measure, Subscale } from '../model/measure.ts';
import { Refusal } from '../model/refusal.ts';
import type { ScoreAccount, ScoreDefinition } from '../model/table.ts';
import type { Variable } from '../model/variable.ts';
import { checkTotals, numberIn } from './check-totals.ts';
import type { Form, Forms } from './form.ts';
import { type Answer, type AnswersAs, itemReader } from './item-reader.ts';
import { measureNamed } from './known-measures.ts';
import { longForms } from './long-forms.ts';
import { rowForms } from './row-forms.ts';
import { type Score, scoreForm } from './score-form.ts';
import { aboutForms, itemParts, itemsAnswered, type Part, scorePart } from './score-variables.ts';
import { unverifiedFigures, usableSubscale } from './usable.ts';
import { wideForms } from './wide-forms.ts';

/** What scoring needs besides the table: the project's own measures, and tables of other blocks. */
export interface ScoreSources {
  measures?: readonly Measure[];
  read?: (table: string) => Frame;
}

/**
 * Scores questionnaires: one row a form, with `person`, `time`, `date` and `rater` (when the layout has
 * them), one number a subscale under its key, `items_answered`, and what each item counts as `item_1` …
 * `origin` is the form's first source row.
 *
 * @returns the frame, what became of each subscale, and the version of the measure that was used
 * @throws Refusal for an unknown measure or variable, rows that belong to no form, or a key that nobody
 *   has verified or accepted
 */
export function scoreFrame(
  frame: Frame,
  definition: ScoreDefinition,
  { measures = [], read = noOther }: ScoreSources = {},
): { frame: Frame; account: ScoreAccount; version: string } {
  const measure = measureNamed(definition.measure, definition.version, measures);
  const person = variableNamed(frame, definition.person);
  const accept = checkAccepted(measure, definition.accept ?? []);
  const forms = readForms(frame, person.name, definition, measure, read);
  const as = answersAs(measure, definition, accept, forms.itemised);
  const answers = forms.forms.map((form) => answersOf(measure, form, as));

  const scored = measure.subscales
    .map((subscale) => ({ subscale, usable: usableSubscale(subscale, accept) }))
    .filter(({ usable }) => canBeScored(usable, forms))
    .map(({ subscale, usable }) => ({
      subscale,
      scores: forms.forms.map((form, i) => {
        const isComputed = forms.itemised && usable.score !== 'supplied';
        return isComputed
          ? scoreForm(measure, usable, answers[i] ?? [])
          : suppliedScore(usable, form);
      }),
    }));
  const checks = forms.itemised
    ? measure.subscales.map((subscale) =>
        checkTotals(measure, usableSubscale(subscale, accept), forms.forms, as),
      )
    : [];
  const totals = checks.filter((check) => check !== null);

  const parts: Part[] = [
    ...aboutForms(forms, person),
    ...scored.map(({ subscale, scores }) => scorePart(measure, subscale, scores, accept)),
    ...(forms.itemised ? [itemsAnswered(answers), ...itemParts(measure, answers)] : []),
  ];
  return {
    frame: {
      rows: forms.forms.length,
      variables: parts.map(([variable]: [Variable, Column]) => variable),
      columns: parts.map(([, column]) => column),
      origin: Uint32Array.from(forms.forms, ({ row }) => row),
    },
    account: {
      subscales: scored.map(({ subscale, scores }) => ({
        name: subscale.name,
        ...countScores(scores),
      })),
      outOfRange: outOfRange(measure, forms.forms, answers, scored),
      ...(forms.repeatedItems > 0 ? { repeatedItems: forms.repeatedItems } : {}),
      ...(totals.length > 0 ? { totals } : {}),
      ...(accept.length > 0 ? { accepted: accept } : {}),
    },
    version: measure.version,
  };
}

function readForms(
  frame: Frame,
  person: string,
  { layout }: ScoreDefinition,
  measure: Measure,
  read: (table: string) => Frame,
): Forms {
  switch (layout.form) {
    case 'wide':
      return wideForms(frame, person, layout, measure, read);
    case 'rows':
      return rowForms(frame, person, layout, measure);
    case 'long':
      return longForms(frame, person, layout, measure);
  }
}

/** What each item counts; out of range where its cell is none of the answers. */
function answersOf(measure: Measure, { cells }: Form, as: AnswersAs): Answer[] {
  return measure.items.map((item, i) => itemReader(item, as)(cells[i]?.value ?? null));
}

/** @throws Refusal when nobody has said what cells hold, or the key may not be used */
function answersAs(
  measure: Measure,
  { answers }: ScoreDefinition,
  accept: readonly string[],
  itemised: boolean,
): AnswersAs {
  const { short, key, name } = measure;
  if (!itemised) return 'scored';
  if (answers === undefined && measure.answers === 'ask') {
    throw new Refusal(
      'answers-not-stated',
      `Extracts of the ${short} hold either the position of each answer or what it counts, and nobody has said which.`,
      {
        hint: 'Say “raw” for positions of answers (the key is applied), or “scored” for what they count.',
        where: { option: 'answers' },
      },
    );
  }
  const as = answers ?? 'raw';
  if (as === 'raw' && key.status === 'unverified' && !accept.includes('key')) {
    throw new Refusal('unverified-key', `The key of ${name} has no verified source: ${key.text}`, {
      hint: 'Check it against your licence and accept it (“key”), or give scored values.',
      where: { option: 'accept' },
    });
  }
  return as;
}

/** @throws Refusal for something that is no unverified figure of the measure */
function checkAccepted(measure: Measure, accept: readonly string[]): readonly string[] {
  const known = unverifiedFigures(measure).map(({ figure }) => figure);
  const unknown = accept.find((figure) => !known.includes(figure));
  if (unknown === undefined) return accept;
  throw new Refusal(
    'nothing-to-accept',
    `“${unknown}” is no unverified figure of ${measure.short}.`,
    {
      hint: known.length > 0 ? `They are: ${known.join(', ')}.` : 'It has none.',
      where: { option: 'accept' },
    },
  );
}

function canBeScored({ key, score }: Subscale, { itemised, forms }: Forms): boolean {
  if (itemised && score !== 'supplied') return true;
  return forms.some(({ totals }) => totals.has(key));
}

function suppliedScore({ key, range }: Subscale, form: Form): Score {
  if (!form.totals.has(key)) return { scored: 'not-scorable', reason: 'no score given' };
  const value = numberIn(form, key);
  return value === null || value < range.low || value > range.high
    ? { scored: 'not-scorable', reason: 'score out of range' }
    : { scored: 'supplied', value };
}

function outOfRange(
  measure: Measure,
  forms: readonly Form[],
  answers: readonly Answer[][],
  scored: readonly { subscale: Subscale; scores: readonly Score[] }[],
): ScoreAccount['outOfRange'] {
  return forms.flatMap((form, i) => {
    const items = measure.items.map((_, place) =>
      answers[i]?.[place] === 'out-of-range' ? form.cells[place] : null,
    );
    const supplied = scored.map(({ subscale, scores }) => {
      const score = scores[i];
      const isOut = score?.scored === 'not-scorable' && score.reason === 'score out of range';
      return isOut ? form.totals.get(subscale.key) : null;
    });
    return [...items, ...supplied].flatMap((cell) =>
      cell ? [{ ...cell, value: String(cell.value) }] : [],
    );
  });
}

function countScores(scores: readonly Score[]) {
  const count = (kind: Score['scored']) => scores.filter((one) => one.scored === kind).length;
  const supplied = count('supplied');
  return {
    complete: count('complete'),
    proRated: count('pro-rated'),
    notScorable: count('not-scorable'),
    ...(supplied > 0 ? { supplied } : {}),
  };
}

function noOther(table: string): never {
  throw new Error(`no way to read ${table} was given`);
}
