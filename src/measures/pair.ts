import { type Column, EMPTY } from '../model/column.ts';
import { columnNamed, type Frame, variableNamed } from '../model/frame.ts';
import type { PairAccount, PairRule } from '../model/table.ts';
import type { Variable } from '../model/variable.ts';
import { choosePairs, type Pair } from './choose-pairs.ts';
import { days, numbers, texts } from './made-columns.ts';
import {
  daysBetween,
  median,
  NO_DATE,
  type Side,
  stateOf,
  statusWords,
  valuesAt,
} from './pair-values.ts';
import { ITEMS_ANSWERED } from './score-variables.ts';

type Part = [Variable, Column];

/**
 * Before and after side by side: one row an eligible person, whether there are forms or not.
 * Holds `person`, `status`, `<score>_before` and `<score>_after` of every score, and with dates
 * `date_before`, `date_after` and `days_between`. A missing value says why: "T1 only", "T2 only"
 * (in the words of the rule), "neither form", "not scorable" or "no date".
 * `origin` is that of the first form used, 0 for a person without forms.
 *
 * @param eligible everyone who could have a pair; a person named twice gets one row
 * @throws Refusal for an unknown variable or time point
 */
export function pairFrame(
  scores: Frame,
  rule: PairRule,
  eligible: readonly string[],
): { frame: Frame; account: PairAccount } {
  const date = scores.variables.find((variable) => variable.kind === 'date');
  const { pairs, notEligible, repeated } = choosePairs(scores, rule, eligible, date?.name);
  const apart = date === undefined ? [] : daysBetween(columnNamed(scores, date.name), pairs, rule);
  const parts: Part[] = [
    person(scores, rule, pairs),
    status(pairs, rule),
    ...scoreVariables(scores, rule).flatMap((variable) => [
      scoreAt('before', variable, scores, pairs, rule),
      scoreAt('after', variable, scores, pairs, rule),
    ]),
    ...(date === undefined ? [] : dateParts(date, scores, pairs, rule, apart)),
  ];
  const count = (wanted: ReturnType<typeof stateOf>) =>
    pairs.filter((pair) => stateOf(pair) === wanted).length;
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
      eligible: pairs.length,
      both: count('both'),
      beforeOnly: count('before'),
      afterOnly: count('after'),
      neither: count('neither'),
      notEligible,
      repeated,
      medianDays: median(apart.filter((days) => typeof days === 'number')),
    },
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
  const variable: Variable = {
    name: 'status',
    label: 'Forms',
    kind: 'category',
    level: 'nominal',
    values: Object.values(words).map((word) => ({ value: word, label: word })),
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

function scoreVariables({ variables }: Frame, rule: PairRule): Variable[] {
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
  return [
    {
      ...variable,
      name: `${variable.name}_${side}`,
      label: `${short}, ${rule[side]}`,
      evidence: `${variable.label} of the first form at ${rule[side]}.`,
    },
    numbers(found),
  ];
}

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
