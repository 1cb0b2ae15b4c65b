import type { AxisQuestion, Grouping, Place } from '../../model/board.ts';
import {
  calendarDate,
  dayNumber,
  financialYearLabel,
  financialYearStart,
  isoDate,
  monthName,
} from '../../model/calendar.ts';
import { formatNumber } from '../../model/format.ts';
import { Refusal } from '../../model/refusal.ts';
import { valueLabel } from '../../model/variable.ts';
import { codeWidth, type HotColumn, numberOf, roomFor } from '../hot/hot-column.ts';
import type { HotTable } from '../hot/hot-table.ts';
import type { Codes, ColumnKernel } from '../kernel/column-kernel.ts';
import { rankDictionary } from '../rank.ts';

/** The places of a variable on a chart; the missing reasons come last. */
export interface Axis {
  column: HotColumn;
  /** How values are put side by side, chosen here where the question does not say. */
  by: Grouping;
  places: readonly Place[];
  /** The place of each row's key. */
  placeOf(key: number): number;
  /** What is counted: the codes of the column, or, where those are many, places. */
  keys: Codes;
  /** Every key is below it. */
  size: number;
  /** The keys were made for this axis. */
  isOwn: boolean;
}

/** Values that can stand side by side, and bars that numbers are put into by themselves. */
const MOST_VALUES = 1000;
const MOST_BARS = 40;
/** Months beside each other, where years would do too. */
const MOST_MONTHS = 180;

interface Placing {
  places: Place[];
  placeOf(code: number): number;
}

/**
 * @throws Refusal `unknown-variable`, `bad-grouping`, `too-many-values`
 */
export function makeAxis(table: HotTable, question: AxisQuestion): Axis {
  const { variable, most } = question;
  const column = table.column(variable);
  const by = question.by ?? groupingOf(column);
  const { places: some, placeOf } =
    most !== undefined && column.scale.by === 'text' && column.size - column.floor > most
      ? frequentPlaces(column, table.rows, most)
      : PLACINGS[by](column);
  const places = [...some, ...column.reasons.map((label) => ({ label, isMissing: true }))];
  const toPlace = (code: number) => (code < column.floor ? some.length + code : placeOf(code));
  const { codes, size } = column;
  if (codeWidth(size) <= 2) {
    const known = Uint16Array.from({ length: size }, (_, code) => toPlace(code));
    return {
      column,
      by,
      places,
      placeOf: (key) => known[key] ?? 0,
      keys: codes,
      size,
      isOwn: false,
    };
  }
  const keys = keysOf(table.kernel, places.length, (row) => toPlace(codes[row] as number));
  return { column, by, places, placeOf: (key) => key, keys, size: places.length, isOwn: true };
}

/** A key for each row, in the kernel's memory. */
export function keysOf(kernel: ColumnKernel, size: number, keyOf: (row: number) => number): Codes {
  const keys = roomFor(codeWidth(size), kernel);
  for (let row = 0; row < kernel.rows; row++) keys[row] = keyOf(row);
  return keys;
}

function groupingOf(column: HotColumn): Grouping {
  const { scale, variable } = column;
  if (scale.by === 'text' || variable.kind === 'yesno') return 'values';
  if (variable.kind !== 'date') return 'bars';
  const days = numberOf(column, column.size - 1) - numberOf(column, column.floor);
  return days > MOST_MONTHS * 31 ? 'financial-years' : 'months';
}

const PLACINGS: Record<Grouping, (column: HotColumn) => Placing> = {
  values: (column) => (column.scale.by === 'text' ? textPlaces(column) : numberPlaces(column)),
  bars: barPlaces,
  months: (column) =>
    dayPlaces(column, (day) => {
      const { year, month } = calendarDate(day);
      return {
        from: dayNumber(year, month, 1) ?? 0,
        to: (month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)) ?? 0,
        label: `${monthName(month)} ${year}`,
      };
    }),
  'financial-years': (column) => {
    const placing = dayPlaces(column, (day) => {
      const year = financialYearStart(day);
      return {
        from: dayNumber(year, 4, 1) ?? 0,
        to: dayNumber(year + 1, 4, 1) ?? 0,
        label: financialYearLabel(year),
      };
    });
    markParts(column, placing.places);
    return placing;
  },
};

/** Marks the first and the last year where the days begin after April or end before March. */
function markParts(column: HotColumn, places: Place[]): void {
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return;
  const begin = calendarDate(numberOf(column, column.floor)).month;
  const end = calendarDate(numberOf(column, column.size - 1)).month;
  const from = begin === 4 ? '' : `from ${monthName(begin)}`;
  const to = end === 3 ? '' : `to ${monthName(end)}`;
  if (first === last) {
    if (from || to) first.part = `${from} ${to}`.trim();
    return;
  }
  if (from) first.part = from;
  if (to) last.part = to;
}

/** Each text, declared values in their order. */
function textPlaces(column: HotColumn): Placing {
  const { variable, floor } = column;
  few(column);
  const texts = column.texts();
  const ranks = rankDictionary(variable, texts);
  const places: Place[] = new Array(texts.length);
  for (const [code, value] of texts.entries()) {
    places[ranks[code] as number] = { label: valueLabel(variable, value), value, isMissing: false };
  }
  return { places, placeOf: (code) => ranks[code - floor] ?? 0 };
}

/** The most frequent texts, declared values in their order, and one place for all others. */
function frequentPlaces(column: HotColumn, rows: number, most: number): Placing {
  const { variable, floor, size, codes } = column;
  const counts = new Uint32Array(size);
  for (let row = 0; row < rows; row++) {
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  const texts = column.texts();
  const ranks = rankDictionary(variable, texts);
  const rankOf = (code: number) => ranks[code - floor] as number;
  const frequent = Array.from({ length: size - floor }, (_, k) => floor + k)
    .sort((a, b) => (counts[b] as number) - (counts[a] as number) || rankOf(a) - rankOf(b))
    .slice(0, most)
    .sort((a, b) => rankOf(a) - rankOf(b));
  const places: Place[] = frequent.map((code) => {
    const value = texts[code - floor] as string;
    return { label: valueLabel(variable, value), value, isMissing: false };
  });
  const others = size - floor - most;
  places.push({ label: `${formatNumber(others, 'count')} others`, others, isMissing: false });
  const placeOf = new Map(frequent.map((code, place) => [code, place]));
  return { places, placeOf: (code) => placeOf.get(code) ?? most };
}

const ANSWERS: readonly string[] = ['No', 'Yes'];

/** Each number from the least to the greatest. */
function numberPlaces(column: HotColumn): Placing {
  const { variable, floor, size } = column;
  few(column);
  const places = Array.from({ length: size - floor }, (_, k): Place => {
    const number = numberOf(column, floor + k);
    const value = variable.kind === 'date' ? isoDate(number) : String(number);
    const label =
      variable.values.length === 0 && variable.kind === 'yesno'
        ? (ANSWERS[number] ?? value)
        : valueLabel(variable, value);
    return { label, value, from: number, isMissing: false };
  });
  return { places, placeOf: (code) => code - floor };
}

function few({ size, floor, variable }: HotColumn): void {
  if (size - floor <= MOST_VALUES) return;
  throw new Refusal(
    'too-many-values',
    `${variable.label} has more than ${MOST_VALUES} different values; they cannot stand side by side.`,
    { hint: 'Choose a variable with fewer values.', where: { column: variable.name } },
  );
}

/** Bars of one width, which is 1, 2 or 5 times a power of ten. */
function barPlaces(column: HotColumn): Placing {
  const { floor, size, scale, variable } = column;
  if (scale.by === 'text' || variable.kind === 'date') refuseGrouping(column, 'bars', 'numbers');
  if (size === floor) return { places: [], placeOf: () => 0 };
  const low = numberOf(column, floor);
  const high = numberOf(column, size - 1);
  const isWhole = scale.by === 'step' && scale.divisor === 1;
  const width = barWidth((high - low) / MOST_BARS, isWhole);
  // Bars are numbered, not added up, so that 0.1 + 0.2 does not move a limit.
  const inverse = Math.round(1 / width);
  const limit = (nth: number) => (width < 1 ? nth / inverse : nth * width);
  const first = nthBar(low, limit, width);
  const last = nthBar(high, limit, width);
  const places = Array.from({ length: last - first + 1 }, (_, k): Place => {
    const [from, to] = [limit(first + k), limit(first + k + 1)];
    const end = isWhole ? to - 1 : to;
    const [a, b] = [formatNumber(from, 'number'), formatNumber(end, 'number')];
    const label = from === end ? a : isWhole ? `${a} to ${b}` : `${a} to under ${b}`;
    return { label, from, to, isMissing: false };
  });
  return { places, placeOf: (code) => nthBar(numberOf(column, code), limit, width) - first };
}

/** The bar that holds a number: what division says, put right by the limits themselves. */
function nthBar(value: number, limit: (nth: number) => number, width: number): number {
  let nth = Math.floor(value / width);
  while (limit(nth) > value) nth--;
  while (limit(nth + 1) <= value) nth++;
  return nth;
}

function barWidth(least: number, isWhole: boolean): number {
  if (least === 0 || (isWhole && least <= 1)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5].find((factor) => factor * power >= least) ?? 10;
  return step * power;
}

/** Stretches of days one after another, from that of the first day to that of the last. */
function dayPlaces(
  column: HotColumn,
  stretchOf: (day: number) => { from: number; to: number; label: string },
): Placing {
  const { floor, size, variable } = column;
  if (variable.kind !== 'date') refuseGrouping(column, 'by month or year', 'dates');
  const places: Place[] = [];
  const nth = new Uint16Array(size - floor);
  for (let code = floor; code < size; code++) {
    const day = numberOf(column, code);
    if (day >= (places.at(-1)?.to ?? Number.NEGATIVE_INFINITY)) {
      places.push({ ...stretchOf(day), isMissing: false });
    }
    nth[code - floor] = places.length - 1;
  }
  return { places, placeOf: (code) => nth[code - floor] ?? 0 };
}

function refuseGrouping({ variable }: HotColumn, how: string, what: string): never {
  throw new Refusal(
    'bad-grouping',
    `${variable.label} cannot be shown ${how}: it does not hold ${what}.`,
    { hint: 'Show it by value.', where: { column: variable.name } },
  );
}
