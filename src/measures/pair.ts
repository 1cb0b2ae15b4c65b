import { EMPTY } from '../model/column.ts';
import { columnNamed, type Frame, variableNamed } from '../model/frame.ts';
import type { PairAccount, PairRule } from '../model/table.ts';
import type { Variable } from '../model/variable.ts';
import { type Chosen, choosePairs, type EligiblePerson, type Pair } from './choose-pairs.ts';
import { days, numbers, texts } from './made-columns.ts';
import {
  daysBetween,
  median,
  NO_DATE,
  type Side,
  spokenRule,
  stateOf,
  statusWords,
  valuesAt,
} from './pair-values.ts';
import { ITEMS_ANSWERED, type Part } from './score-variables.ts';

/** Everyone who could have a pair, each once, and what is brought along of them. */
export interface Eligible {
  people: readonly EligiblePerson[];
  /** One entry a person, in the same order. */
  carried?: readonly Part[];
  /** Day numbers of contacts by person, for the rule that goes by them. */
  contacts?: ReadonlyMap<string, readonly number[]>;
}

/**
 * Before and after side by side: one row an eligible person, whether there are forms or not.
 * Holds `person`, `status`, `<score>_before` and `<score>_after` of every score, and with dates
 * `date_before`, `date_after` and `days_between`, and what is carried along. A missing value says why:
 * "T1 only", "T2 only" (as the time points are labelled), "neither form", "not scorable", "no date", or why the
 * pair is excluded. `origin` is that of the first form used, 0 for a person without forms.
 *
 * @throws Refusal for an unknown variable or time point, or dates that the rule needs
 */
export function pairFrame(
  scores: Frame,
  rule: PairRule,
  { people, carried = [], contacts }: Eligible,
): { frame: Frame; account: PairAccount } {
  const date = scores.variables.find((variable) => variable.kind === 'date');
  const measured = scoreVariables(scores, rule);
  const scored = measured.map(({ name }) => name);
  const chosen = choosePairs(scores, rule, people, date?.name, scored, contacts);
  const { pairs } = chosen;
  const spoken = spokenRule(scores, rule);
  const apart =
    date === undefined ? [] : daysBetween(columnNamed(scores, date.name), pairs, spoken);
  const parts: Part[] = [
    person(scores, rule, pairs),
    status(pairs, spoken),
    ...measured.flatMap((variable) => [
      scoreAt('before', variable, scores, pairs, spoken),
      scoreAt('after', variable, scores, pairs, spoken),
    ]),
    ...(date === undefined ? [] : dateParts(date, scores, pairs, spoken, apart)),
    ...carried,
  ];
  return {
    frame: {
      rows: pairs.length,
      variables: parts.map(([variable]) => variable),
      columns: parts.map(([, column]) => column),
      origin: Uint32Array.from(
        pairs,
        ({ before, after }) => scores.origin[before ?? after ?? -1] ?? 0,
      ),
    },
    account: {
      ...accountOf(chosen, apart, date !== undefined),
      ...(spoken !== rule && { times: { before: spoken.before, after: spoken.after } }),
    },
  };
}

function accountOf(
  { pairs, notEligible, repeated, outside, unusable, twoContacts }: Chosen,
  apart: readonly (number | string)[],
  dated: boolean,
): PairAccount {
  const count = (wanted: ReturnType<typeof stateOf>) =>
    pairs.filter((pair) => stateOf(pair) === wanted).length;
  const known = apart.filter((each) => typeof each === 'number');
  const reasons = Map.groupBy(
    pairs.filter(({ excluded }) => excluded !== undefined),
    ({ excluded }) => excluded ?? '',
  );
  return {
    eligible: pairs.length,
    both: count('both'),
    beforeOnly: count('before'),
    afterOnly: count('after'),
    neither: count('neither'),
    ...(reasons.size > 0
      ? { excluded: [...reasons].map(([reason, own]) => ({ reason, n: own.length })) }
      : {}),
    notEligible,
    repeated,
    ...(outside > 0 ? { outside } : {}),
    ...(unusable > 0 ? { unusable } : {}),
    ...(twoContacts === null ? {} : { twoContacts }),
    outOfOrder: dated ? known.filter((each) => each <= 0).length : null,
    medianDays: median(known),
  };
}

const PLAIN = { values: [], missing: [] };

function person(scores: Frame, rule: PairRule, pairs: readonly Pair[]): Part {
  const variable = { ...variableNamed(scores, rule.person), name: 'person' };
  return [
    variable,
    texts(
      pairs.map((pair) => pair.person),
      EMPTY,
    ),
  ];
}

function status(pairs: readonly Pair[], rule: PairRule): Part {
  const words = statusWords(rule);
  const { excluded, ...usual } = words;
  const isExcluding = pairs.some((pair) => pair.excluded !== undefined);
  const listed = [...Object.values(usual), ...(isExcluding ? [excluded] : [])];
  const variable: Variable = {
    name: 'status',
    label: 'Forms',
    kind: 'category',
    level: 'nominal',
    values: listed.map((word) => ({ value: word, label: word })),
    missing: [],
    evidence: `Which of the forms at ${rule.before} and ${rule.after} there are.`,
  };
  return [
    variable,
    texts(
      pairs.map((pair) => words[stateOf(pair)]),
      EMPTY,
    ),
  ];
}

/** What a measure scored; in a table that was not scored here, its other numbers. */
function scoreVariables({ variables }: Frame, rule: PairRule): Variable[] {
  const scored = variables.filter(({ score }) => score !== undefined);
  if (scored.length > 0) return scored;
  const others = [rule.person, rule.time, ITEMS_ANSWERED];
  return variables.filter(
    ({ name, kind }) => (kind === 'integer' || kind === 'decimal') && !others.includes(name),
  );
}

function scoreAt(
  side: Side,
  variable: Variable,
  scores: Frame,
  pairs: readonly Pair[],
  rule: PairRule,
): Part {
  const found = valuesAt(side, columnNamed(scores, variable.name), pairs, rule, 'not scorable');
  const short = variable.label.replace(/ \(.*\)$/, '');
  const { score, ...plain } = variable;
  return [
    {
      ...plain,
      name: `${variable.name}_${side}`,
      label: `${short}, ${rule[side]}`,
      evidence: `${variable.label} of the ${FORM[rule.choose ?? 'time-points'][side]} ${rule[side]}.`,
      ...(score === undefined ? {} : { score: { ...score, side, time: rule[side] } }),
    },
    numbers(found),
  ];
}

/** Which form is taken, in the sentence that says so. */
const FORM = {
  'time-points': { before: 'first form at', after: 'first form at' },
  'first-last': { before: 'first form,', after: 'last form,' },
  contacts: {
    before: 'first form on or after the first contact,',
    after: 'last form on or after the second contact,',
  },
};

function dateParts(
  date: Variable,
  scores: Frame,
  pairs: readonly Pair[],
  rule: PairRule,
  apart: readonly (number | string)[],
): Part[] {
  const dated = (side: Side): Part => [
    { ...date, name: `date_${side}`, label: `${date.label}, ${rule[side]}` },
    days(valuesAt(side, columnNamed(scores, date.name), pairs, rule, NO_DATE)),
  ];
  const between: Variable = {
    ...PLAIN,
    name: 'days_between',
    label: `Days from ${rule.before} to ${rule.after}`,
    kind: 'integer',
    level: 'scale',
    evidence: `${date.label}: ${rule.after} minus ${rule.before}.`,
  };
  return [dated('before'), dated('after'), [between, numbers(apart)]];
}
