import type { Condition } from '../../model/condition.ts';
import { formatShare } from '../../model/format.ts';
import type { Rule, RuleTest } from '../../model/quality.ts';
import { countRule } from '../count-rule.ts';
import { dayCodes, NO_DAY } from '../day-codes.ts';
import { spellingsOf } from '../spelling.ts';
import { type ColumnFacts, headingOf } from './column-facts.ts';
import { ENOUGH, gapsBetween, NEARLY_ALWAYS } from './date-rules.ts';
import { type DraftOptions, draftRule } from './draft-rule.ts';
import type { MeasureForms } from './form-rules.ts';
import type { FactTable } from './suggest-rules.ts';

/** When so many of the second forms had come in, one is due. */
const MOSTLY_IN = 0.9;
/** So many of the people have to be in the table that says who was closed. */
const KNOWN = 0.5;

/** Whoever has the first of two forms, and was closed or had the time for it, has the second, of a later day. */
export function pairRules(
  table: FactTable,
  forms: MeasureForms,
  tables: readonly FactTable[],
): Rule[] {
  const found = inRow(table, forms) ?? inRows(table, forms);
  if (!found) return [];
  return [...laterRule(table, forms, found), ...secondRule(table, forms, tables, found)];
}

/** A second form of the same day, or an earlier one, is no second one. */
function laterRule({ data }: FactTable, { measure }: MeasureForms, { test, gaps }: Pair): Rule[] {
  const later = gaps.filter((days) => days > 0).length;
  if (test.kind !== 'second-date' || gaps.length < ENOUGH) return [];
  if (later / gaps.length < NEARLY_ALWAYS) return [];
  const { second, variable } = test;
  return [
    // In place of the rule that two dates of any table get.
    draftRule(
      data.name,
      { kind: 'order', variable: second, after: variable, least: 1 },
      `Looks like ${measure}. So in ${formatShare(later, gaps.length)} rows.`,
      { as: variable },
    ),
  ];
}

function secondRule(
  table: FactTable,
  forms: MeasureForms,
  tables: readonly FactTable[],
  found: Pair,
): Rule[] {
  const when = closedCondition(table, forms.person, tables);
  const due = usualGap(found.gaps);
  // Nothing says when the second should be there.
  if (due === undefined && when === undefined) return [];
  const test: RuleTest = {
    ...found.test,
    ...(due === undefined ? {} : { due }),
    ...(when === undefined ? {} : { when }),
  };
  const { n: failing, of } = countRule({ test }, table.data);
  if (of === 0) return [];
  const isSlip = 1 - failing / of >= NEARLY_ALWAYS;
  const seconds = `Looks like ${forms.measure}. ${formatShare(of - failing, of)} due have a second.`;
  const options: DraftOptions = { as: `${forms.measure.toLowerCase()}.second` };
  return [
    isSlip
      ? draftRule(table.data.name, test, seconds, options)
      : draftRule(
          table.data.name,
          test,
          `${seconds} So many lack one that it is loss to follow-up, which is reported, and no slip.`,
          { ...options, severity: 'info' },
        ),
  ];
}

interface Pair {
  test: Extract<RuleTest, { kind: 'second-date' | 'second-row' }>;
  /** Days from the first to the second. */
  gaps: Float64Array;
}

/** Two dates in a row. */
function inRow({ columns }: FactTable, { blocks }: MeasureForms): Pair | undefined {
  const [first, second] = blocks.flatMap(({ date }) =>
    columns.filter(({ variable }) => variable.name === date && variable.kind === 'date'),
  );
  if (!first || !second) return undefined;
  return {
    test: { kind: 'second-date', variable: first.variable.name, second: second.variable.name },
    gaps: gapsBetween(second, first),
  };
}

/** Rows of each form, told apart by a time point: the two that most people have, the earlier first. */
function inRows(table: FactTable, forms: MeasureForms): Pair | undefined {
  const { columns, data } = table;
  const columnNamed = (name: string | undefined) =>
    columns.find(({ variable }) => variable.name === name);
  const time = columnNamed(forms.timeVariable ?? forms.long?.time);
  const date = columnNamed(forms.long?.date ?? forms.blocks[0]?.date);
  const person = columnNamed(forms.person);
  if (!time || !date || !person || date.variable.kind !== 'date') return undefined;
  const days = dayCodes(date.column);
  const values = time.values();
  const points = values
    .toSorted((a, b) => b.n - a.n)
    .slice(0, 2)
    .map(({ text }) => [text, ...spellingsOf(text, values)])
    .map((spellings) => ({
      spellings,
      days: firstDays(data.table.rows, time, person, spellings, (row) => {
        const day = days[date.column.codes[row] as number] as number;
        return day === NO_DAY ? undefined : day;
      }),
    }));
  const [one, other] = points.toSorted((a, b) => mean(a.days) - mean(b.days));
  if (!one || !other || one.days.size === 0 || other.days.size === 0) return undefined;
  const gaps = [...one.days].flatMap(([who, day]) => {
    const second = other.days.get(who);
    return second === undefined ? [] : [second - day];
  });
  return {
    test: {
      kind: 'second-row',
      variable: date.variable.name,
      per: person.variable.name,
      time: time.variable.name,
      first: one.spellings,
      second: other.spellings,
    },
    gaps: Float64Array.from(gaps),
  };
}

/** The day of each person's first row at a time point, by code of the person. */
function firstDays(
  rows: number,
  time: ColumnFacts,
  person: ColumnFacts,
  spellings: readonly string[],
  dayOf: (row: number) => number | undefined,
): Map<number, number> {
  const texts = time.column.texts();
  const found = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const who = person.column.codes[row] as number;
    const at = (time.column.codes[row] as number) - time.column.floor;
    if (who < person.column.floor || at < 0 || found.has(who)) continue;
    const day = spellings.includes(texts[at] ?? '') ? dayOf(row) : undefined;
    if (day !== undefined) found.set(who, day);
  }
  return found;
}

function mean(days: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const day of days.values()) sum += day;
  return sum / days.size;
}

/** Days after which nearly all seconds had come in. */
function usualGap(gaps: Float64Array): number | undefined {
  const forward = gaps.filter((days) => days > 0).sort();
  return forward.length < ENOUGH ? undefined : forward[Math.floor(MOSTLY_IN * forward.length)];
}

/** A date on which somebody was closed: in the row, or in a table that knows the people. */
function closedCondition(
  table: FactTable,
  person: string,
  tables: readonly FactTable[],
): Condition | undefined {
  const own = table.columns.find(({ variable }) => isClosing(variable));
  if (own) return { op: 'present', variable: own.variable.name };
  const who = table.columns.find(({ variable }) => variable.name === person);
  if (!who) return undefined;
  const people = new Set(who.column.texts());
  for (const other of tables) {
    if (other === table) continue;
    const closed = other.columns.find(({ variable }) => isClosing(variable));
    const key = other.columns.find(({ variable, column }) => {
      if (variable.kind !== 'identifier') return false;
      const there = new Set(column.texts());
      return [...people].filter((id) => there.has(id)).length / people.size >= KNOWN;
    });
    if (!closed || !key) continue;
    const { name } = other.data;
    const linked = { table: name, key: person, foreignKey: key.variable.name };
    return { linked, least: 1, where: { op: 'present', variable: closed.variable.name } };
  }
  return undefined;
}

const isClosing = (variable: ColumnFacts['variable']) =>
  variable.kind === 'date' &&
  /\b(closed?|closure|closing|discharged?|discharge date|case end(ed)?)\b/i.test(
    headingOf(variable),
  );
