import type { Measure, Subscale } from '../model/measure.ts';
import type { TotalsCheck } from '../model/table.ts';
import type { Form } from './form.ts';
import { type AnswersAs, itemReader } from './item-reader.ts';
import { scoreForm } from './score-form.ts';

/** How many that differ are shown. */
const EXAMPLES = 20;
/** A cause has to explain at least this share of those that differ. */
const EXPLAINS = 0.8;

interface Compared {
  form: Form;
  supplied: number;
  computed: number;
}

/** Supplied scores against those from the items; null where no form has both. */
export function checkTotals(
  measure: Measure,
  subscale: Subscale,
  forms: readonly Form[],
  as: AnswersAs,
): TotalsCheck | null {
  const score = scorer(measure, subscale, as);
  const compared = forms.flatMap((form): Compared[] => {
    const supplied = numberIn(form, subscale.key);
    const computed = score(form);
    return supplied === null || computed === null ? [] : [{ form, supplied, computed }];
  });
  if (compared.length === 0) return null;
  const differ = compared.filter(({ supplied, computed }) => !agree(supplied, computed));
  return {
    name: subscale.name,
    compared: compared.length,
    agree: compared.length - differ.length,
    differ: differ.length,
    examples: differ.slice(0, EXAMPLES).map(({ form, supplied, computed }) => ({
      row: form.totals.get(subscale.key)?.row ?? form.row,
      person: form.person ?? '',
      supplied,
      computed,
    })),
    cause: differ.length === 0 ? null : causeOf(measure, subscale, differ, as),
  };
}

/** The number that an extract brings for a subscale; null when it is none. */
export function numberIn(form: Form, key: string): number | null {
  const cell = form.totals.get(key);
  if (cell === undefined) return null;
  const value = typeof cell.value === 'number' ? cell.value : Number(String(cell.value).trim());
  return Number.isFinite(value) ? value : null;
}

/** Tries what is commonly done wrong, and names what makes most of the scores agree. */
function causeOf(
  measure: Measure,
  subscale: Subscale,
  differ: readonly Compared[],
  as: AnswersAs,
): string | null {
  const own = measure.items.filter(({ item }) => subscale.items.includes(item));
  const reversed = own.filter(({ reverse }) => reverse).map(({ item }) => item);
  const n = own.length;
  const without = (items: readonly number[]) => ({
    words: `${listed(items)} ${items.length === 1 ? 'was' : 'were'} not reversed`,
    score: scorer(withReversal(measure, items, false), subscale, as),
  });
  const exact = scorer(measure, subscale, as);
  const lenient = scorer(
    measure,
    { ...subscale, score: 'sum', missing: { minItems: 1, prorate: false } },
    as,
  );
  const tries: { words: string; score: (form: Form) => number | null }[] = [
    ...(reversed.length > 0 && as === 'raw' ? [without(reversed)] : []),
    ...(reversed.length > 1 && as === 'raw' ? reversed.map((item) => without([item])) : []),
    {
      words: 'answers that were left out were counted as 0',
      score: (form) => {
        const sum = lenient(form);
        if (sum === null) return null;
        const answered = answeredOf(measure, subscale, form);
        const plain = (sum * answered) / n;
        return subscale.score === 'mean' ? plain / n : plain;
      },
    },
    {
      words:
        subscale.score === 'mean'
          ? 'the sum was given, not the mean'
          : 'the mean was given, not the sum',
      score: (form) => {
        const score = exact(form);
        if (score === null) return null;
        return subscale.score === 'mean' ? score * n : score / n;
      },
    },
    ...(as === 'raw'
      ? own
          .filter(({ reverse }) => !reverse)
          .map(({ item }) => ({
            words: `item ${item} was reversed`,
            score: scorer(withReversal(measure, [item], true), subscale, as),
          }))
      : []),
  ];
  const enough = Math.max(1, Math.ceil(EXPLAINS * differ.length));
  const found = tries.find(
    ({ score }) =>
      differ.filter(({ form, supplied }) => {
        const value = score(form);
        return value !== null && agree(supplied, value);
      }).length >= enough,
  );
  return found?.words ?? null;
}

function withReversal(measure: Measure, items: readonly number[], reverse: boolean): Measure {
  return {
    ...measure,
    items: measure.items.map((one) => (items.includes(one.item) ? { ...one, reverse } : one)),
  };
}

function scorer(
  measure: Measure,
  subscale: Subscale,
  as: AnswersAs,
): (form: Form) => number | null {
  const readers = measure.items.map((item) => itemReader(item, as));
  return (form) => {
    const answers = readers.map((read, i) => read(form.cells[i]?.value ?? null));
    const score = scoreForm(measure, subscale, answers);
    return score.scored === 'not-scorable' ? null : score.value;
  };
}

function answeredOf(measure: Measure, subscale: Subscale, form: Form): number {
  return measure.items.filter(
    ({ item }, i) => subscale.items.includes(item) && Boolean(form.cells[i]),
  ).length;
}

/** Extracts round: two decimals are enough. */
function agree(supplied: number, computed: number): boolean {
  return Math.abs(supplied - computed) < 0.0051;
}

function listed(items: readonly number[]): string {
  const [last] = items.slice(-1);
  if (items.length === 1) return `item ${last}`;
  return `items ${items.slice(0, -1).join(', ')} and ${last}`;
}
