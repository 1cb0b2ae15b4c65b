import { type HotColumn, numberOf } from '../columns/hot/hot-column.ts';
import type { HotTable } from '../columns/hot/hot-table.ts';
import { codeValue } from '../columns/hot/hot-value.ts';
import {
  calendarDate,
  financialYearLabel,
  financialYearStart,
  longDate,
} from '../model/calendar.ts';
import { type ColumnProfile, VODIM, type Vodim } from '../model/column-profile.ts';
import { formatNumber } from '../model/format.ts';
import { type Variable, valueLabel } from '../model/variable.ts';
import { classify } from './code-list.ts';
import { codeListNamed } from './code-lists.ts';
import { dayCodes, NO_DAY } from './day-codes.ts';
import { shapeOf } from './shapes.ts';
import { maskValue } from './shown-text.ts';
import { type ColumnFacts, columnFacts, isEvent } from './suggest/column-facts.ts';

const TOP = 10;
const EXAMPLES = 5;
/** Beyond the middle half by so many times its width (Tukey 1977). */
const FAR = 1.5;

/** Texts that are looked at before others may have their turn. */
const AT_A_TIME = 20_000;

/**
 * What a variable holds. `list` = the code list that a rule holds it against. Shapes of a million different
 * texts take a while: it stops for `pause` again and again, which may throw, once everything is read.
 */
export async function profileColumn(
  table: HotTable,
  name: string,
  list: string | null,
  pause: () => Promise<void>,
): Promise<ColumnProfile> {
  const variable = table.column(name).variable;
  const facts = columnFacts(table, variable);
  const isNumber = facts.column.scale.by !== 'text' && variable.kind !== 'yesno';
  const quartiles = isNumber ? quartilesOf(facts) : undefined;
  const years = yearsOf(table, facts.column);
  const patterns = facts.column.scale.by === 'text' ? await patternsOf(facts, pause) : [];
  return {
    rows: table.rows,
    present: facts.present,
    distinct: facts.distinct,
    missing: facts.column.reasons
      .map((reason, code) => ({ reason, n: facts.counts[code] as number }))
      .filter(({ n }) => n > 0),
    top: topValues(facts),
    patterns,
    spread: quartiles ? spreadOf(variable, quartiles) : [],
    outliers: quartiles ? outliersOf(facts, quartiles) : { n: 0, examples: [] },
    years,
    vodim: list === null ? null : vodimOf(facts, list),
  };
}

function* codesOf({ column, counts }: ColumnFacts): Generator<[code: number, n: number]> {
  for (let code = column.floor; code < column.size; code++) {
    const n = counts[code] as number;
    if (n > 0) yield [code, n];
  }
}

function topValues(facts: ColumnFacts): ColumnProfile['top'] {
  const { column, variable } = facts;
  return mostFrequent(facts).map(([code, n]) => {
    const value = codeValue(column, code) ?? '';
    const text =
      typeof value === 'string' && column.scale.by === 'text'
        ? maskValue(variable, value)
        : String(value);
    return {
      value: text,
      label:
        valueLabel(variable, String(value)) === String(value)
          ? text
          : valueLabel(variable, String(value)),
      n,
    };
  });
}

/** The codes that stand most often, of equals the first: kept in order, so that a million are not sorted. */
function mostFrequent(facts: ColumnFacts): [code: number, n: number][] {
  const top: [code: number, n: number][] = [];
  for (const each of codesOf(facts)) {
    if (top.length === TOP && each[1] <= (top.at(-1)?.[1] ?? 0)) continue;
    const at = top.findIndex(([, n]) => n < each[1]);
    top.splice(at < 0 ? top.length : at, 0, each);
    top.length = Math.min(top.length, TOP);
  }
  return top;
}

async function patternsOf(
  facts: ColumnFacts,
  pause: () => Promise<void>,
): Promise<ColumnProfile['patterns']> {
  const { variable } = facts;
  const found = new Map<string, { n: number; example: string }>();
  for (const [at, text] of facts.column.texts().entries()) {
    if (at % AT_A_TIME === AT_A_TIME - 1) await pause();
    const n = facts.counts[at + facts.column.floor] as number;
    if (n === 0 || text.length > 40) continue;
    const shape = shapeOf(text);
    const known = found.get(shape);
    if (known) known.n += n;
    else found.set(shape, { n, example: maskValue(variable, text) });
  }
  return [...found]
    .map(([shape, each]) => ({ shape, ...each }))
    .sort((a, b) => b.n - a.n)
    .slice(0, TOP);
}

/** Least, quartiles and greatest: the value at ⌈p · n⌉ of those in order, as codes are in order. */
function quartilesOf(facts: ColumnFacts): number[] | undefined {
  const { present, column } = facts;
  if (present === 0) return undefined;
  const places = [0, 0.25, 0.5, 0.75, 1].map((p) => Math.max(1, Math.ceil(p * present)));
  const found: number[] = [];
  let seen = 0;
  for (const [code, n] of codesOf(facts)) {
    seen += n;
    while (found.length < places.length && seen >= (places[found.length] as number)) {
      found.push(numberOf(column, code));
    }
  }
  return found;
}

function say(variable: Variable, value: number): string {
  return variable.kind === 'date' ? longDate(value) : formatNumber(value, 'number');
}

function spreadOf(variable: Variable, quartiles: readonly number[]): ColumnProfile['spread'] {
  const labels =
    variable.kind === 'date'
      ? ['First', 'Lower quartile', 'Median', 'Upper quartile', 'Last']
      : ['Least', 'Lower quartile', 'Median', 'Upper quartile', 'Greatest'];
  return labels.map((label, at) => ({ label, value: say(variable, quartiles[at] as number) }));
}

function outliersOf(facts: ColumnFacts, quartiles: readonly number[]): ColumnProfile['outliers'] {
  const [, lower = 0, median = 0, upper = 0] = quartiles;
  const width = FAR * (upper - lower);
  const far: { value: number; n: number }[] = [];
  if (width > 0) {
    for (const [code, n] of codesOf(facts)) {
      const value = numberOf(facts.column, code);
      if (value < lower - width || value > upper + width) far.push({ value, n });
    }
  }
  return {
    n: far.reduce((sum, { n }) => sum + n, 0),
    examples: far
      .toSorted((a, b) => Math.abs(b.value - median) - Math.abs(a.value - median))
      .slice(0, EXAMPLES)
      .map(({ value }) => say(facts.variable, value)),
  };
}

/** Filled rows by the financial year of the first date on which something happened. */
function yearsOf(table: HotTable, column: HotColumn): ColumnProfile['years'] {
  const dates = table.variables.filter(isEvent).map((each) => columnFacts(table, each));
  const date = dates.toSorted((a, b) => b.present - a.present)[0]?.column;
  if (!date) return [];
  const days = dayCodes(date);
  const found = new Map<number, { present: number; of: number }>();
  const yearOf = Array.from(days, (day) => {
    if (day === NO_DAY || calendarDate(day).year < 1901) return undefined;
    const start = financialYearStart(day);
    const year = found.get(start) ?? { present: 0, of: 0 };
    found.set(start, year);
    return year;
  });
  for (let row = 0; row < table.rows; row++) {
    const year = yearOf[date.codes[row] as number];
    if (year === undefined) continue;
    year.of += 1;
    if ((column.codes[row] as number) >= column.floor) year.present += 1;
  }
  return [...found]
    .filter(([, { of }]) => of > 0)
    .sort((a, b) => a[0] - b[0])
    .map(([start, each]) => ({ year: financialYearLabel(start), ...each }));
}

/** Codes that the import has read as missing count as what the list says of them. */
function vodimOf(facts: ColumnFacts, id: string): ColumnProfile['vodim'] {
  const list = codeListNamed(id);
  const { column, counts, variable } = facts;
  const result = Object.fromEntries(VODIM.map((each) => [each, 0])) as Record<Vodim, number>;
  for (let code = 0; code < column.size; code++) {
    const n = counts[code] as number;
    if (n === 0) continue;
    const value = codeValue(column, code);
    if (value !== null) {
      result[classify(list, String(value)).class] += n;
      continue;
    }
    const reason = column.reasons[code];
    const coded = variable.missing.find((each) => each.reason === reason);
    const found = coded ? classify(list, coded.code).class : 'missing';
    result[found === 'invalid' || found === 'valid' ? 'missing' : found] += n;
  }
  return { list: list.name, source: list.source, counts: result };
}
