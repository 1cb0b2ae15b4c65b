import { formatShare } from '../../model/format.ts';
import type { Rule } from '../../model/quality.ts';
import { dayCodes, NO_DAY } from '../day-codes.ts';
import { type ColumnFacts, isAhead, isBirth, isEntry, isEvent } from './column-facts.ts';
import { draftRule } from './draft-rule.ts';
import type { FactTable } from './suggest-rules.ts';

/** Rows with both dates from which on an order can be seen, and the share that has to keep it. */
export const ENOUGH = 20;
export const NEARLY_ALWAYS = 0.97;

/** Dates that fewer rows have say nothing about all of them. */
const MOSTLY_THERE = 0.5;

/** Days from an event to its entry. */
const MOST_LAG = 7;

const YEAR = 365.25;
/** Parents at a contact, and infants: from 45 weeks before birth on. */
const PARENT = { least: Math.ceil(12 * YEAR), most: Math.floor(61 * YEAR) - 1 };
export const INFANT = { least: -45 * 7, most: Math.floor(5 * YEAR) };

/** Dates: defaults, the future, the order they keep, ages that people have. */
export function dateRules(table: FactTable, isForms: boolean): Rule[] {
  const { data, columns } = table;
  const { name } = data;
  const dates = columns.filter(({ variable, present }) => variable.kind === 'date' && present > 0);
  if (dates.length === 0) return [];
  const names = (some: readonly ColumnFacts[]) => some.map(({ variable }) => variable.name);
  const past = dates.filter(({ variable }) => !isAhead(variable));
  const events = dates.filter(({ variable }) => isEvent(variable));
  const births = dates.filter(({ variable }) => isBirth(variable));
  const main = beginningOf(table);
  return [
    draftRule(name, { kind: 'default-date', variables: names(dates) }, 'For every date.'),
    ...(past.length > 0
      ? [
          draftRule(
            name,
            { kind: 'not-future', variables: names(past) },
            'For dates of what has been.',
          ),
        ]
      : []),
    ...events.flatMap((first, at) =>
      events.slice(at + 1).flatMap((second) => orderRules(name, first, second)),
    ),
    ...events
      .filter(({ variable }) => isEntry(variable))
      .flatMap((entry) => (main && main !== entry ? [lagRule(name, entry, main)] : [])),
    ...births.flatMap((birth) => (main ? ageRules(name, birth, main) : [])),
    ...(main && !isForms
      ? [
          draftRule(
            name,
            { kind: 'volume', variable: main.variable.name },
            'The date of the rows.',
          ),
          draftRule(
            name,
            { kind: 'full-years', variable: main.variable.name },
            'The date of the rows.',
          ),
        ]
      : []),
  ];
}

const beginnings = new WeakMap<FactTable, ColumnFacts | undefined>();

/** The date with which a row begins: of those that most rows have the earliest, on average. */
export function beginningOf(table: FactTable): ColumnFacts | undefined {
  if (!beginnings.has(table)) beginnings.set(table, findBeginning(table));
  return beginnings.get(table);
}

function findBeginning({ columns, data }: FactTable): ColumnFacts | undefined {
  const dates = columns.filter(
    ({ variable, present }) => isEvent(variable) && present / data.table.rows >= MOSTLY_THERE,
  );
  if (dates.length < 2) return dates[0];
  return dates
    .map((facts) => {
      const days = dayCodes(facts.column);
      let sum = 0;
      for (let code = facts.column.floor; code < facts.column.size; code++) {
        const n = facts.counts[code] as number;
        if (n > 0) sum += n * (days[code] as number);
      }
      return { facts, mean: sum / facts.present };
    })
    .toSorted((a, b) => a.mean - b.mean)[0]?.facts;
}

/** Of two dates that nearly always stand in one order, the rule that they do. */
function orderRules(table: string, one: ColumnFacts, other: ColumnFacts): Rule[] {
  const { before, same, after } = orderOf(one, other);
  const n = before + same + after;
  const rule = (later: ColumnFacts, earlier: ColumnFacts, apart: number): Rule[] =>
    n < ENOUGH || (same + apart) / n < NEARLY_ALWAYS || apart === 0
      ? []
      : [
          draftRule(
            table,
            { kind: 'order', variable: later.variable.name, after: earlier.variable.name },
            `So in ${formatShare(same + apart, n)} rows.`,
            { as: earlier.variable.name },
          ),
        ];
  return [...rule(one, other, after), ...rule(other, one, before)];
}

/** In how many rows the first of two dates is before the second, the same, or after it. */
function orderOf(one: ColumnFacts, other: ColumnFacts) {
  const [a, b] = [dayCodes(one.column), dayCodes(other.column)];
  const [first, second] = [one.column.codes, other.column.codes];
  let [before, same, after] = [0, 0, 0];
  for (let row = 0; row < one.rows; row++) {
    const day = a[first[row] as number] as number;
    const against = b[second[row] as number] as number;
    if (day === NO_DAY || against === NO_DAY) continue;
    if (day < against) before += 1;
    else if (day > against) after += 1;
    else same += 1;
  }
  return { before, same, after };
}

/** What is written down long after it was is written down from memory. */
function lagRule(table: string, entry: ColumnFacts, event: ColumnFacts): Rule {
  return draftRule(
    table,
    {
      kind: 'order',
      variable: entry.variable.name,
      after: event.variable.name,
      least: 0,
      most: MOST_LAG,
    },
    'The day on which the row was written.',
    { severity: 'low', dimension: 'timeliness', as: 'lag' },
  );
}

/** Whose birth it is follows from the usual age on the day of the row. */
function ageRules(table: string, birth: ColumnFacts, event: ColumnFacts): Rule[] {
  const gaps = gapsBetween(event, birth).sort();
  if (gaps.length < ENOUGH) return [];
  const median = gaps[gaps.length >> 1] as number;
  const isParent = median >= PARENT.least && median <= PARENT.most;
  const isInfant = median >= INFANT.least && median <= INFANT.most;
  if (!isParent && !isInfant) return [];
  const test = {
    kind: 'order',
    variable: event.variable.name,
    after: birth.variable.name,
  } as const;
  return [
    draftRule(
      table,
      { ...test, ...(isParent ? PARENT : INFANT) },
      isParent
        ? 'Born to somebody who was 12 to 60 then: a parent. A soft limit.'
        : 'An infant: from 45 weeks before birth to five years after.',
      {
        severity: 'medium',
        dimension: 'validity',
        as: birth.variable.name,
        label: `On ${event.variable.label}, somebody born on ${birth.variable.label} is ${isParent ? '12 to 60 years old' : 'from 45 weeks before birth to 5 years old'}`,
      },
    ),
  ];
}

/** Days from one date to the other in the rows that have both. */
export function gapsBetween(later: ColumnFacts, earlier: ColumnFacts): Float64Array {
  const [a, b] = [dayCodes(later.column), dayCodes(earlier.column)];
  const [first, second] = [later.column.codes, earlier.column.codes];
  const gaps = new Float64Array(later.present);
  let n = 0;
  for (let row = 0; row < later.rows; row++) {
    const one = a[first[row] as number] as number;
    const other = b[second[row] as number] as number;
    if (one === NO_DAY || other === NO_DAY) continue;
    gaps[n++] = one - other;
  }
  return gaps.subarray(0, n);
}
