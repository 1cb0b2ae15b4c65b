import { dayNumber } from './calendar.ts';
import type { DateOrder } from './importing.ts';

/** A date as it is written: three numbers, or with a named month, and what follows it. */
export interface WrittenDate {
  form: 'numbers' | 'named' | 'iso';
  /** In the order they stand; a named month is its number. */
  parts: readonly [number, number, number];
  /** For `named`: where the day and year stand. */
  order: DateOrder | null;
  twoDigitYear: boolean;
  /** How it looks, digits as 9: `9/9/9999`. Dates of one shape and padding are written alike. */
  shape: string;
  /** Whether days and months below ten have a leading zero; `either` when none is below ten. */
  padding: 'padded' | 'bare' | 'either' | 'mixed';
  /** Whether something is written that the value does not hold: a fraction of a second, a time zone. */
  lossy: boolean;
  /** `HH:MM:SS`, or null for a date alone. */
  time: string | null;
}

/** Two-digit years below it are of this century where nothing says otherwise. */
export const PIVOT = 30;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WHOLE_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const CLOCK = String.raw`(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,](?<fraction>\d+))?)?(?:\s?(?<half>[ap])\.?m\.?)?`;
const AFTER = String.raw`(?:(?:T|,?\s+)${CLOCK}\s?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$`;
const NUMBERS = new RegExp(
  String.raw`^(?<a>\d{1,4})(?<s>[-/.])(?<b>\d{1,2})\k<s>(?<c>\d{1,4})${AFTER}`,
  'i',
);
const NAMED = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?(?<a>\d{1,2})(?:st|nd|rd|th)?[-/ ,.]+(?<m>[a-z]{3,9})\.?[-/ ,.]+(?<c>\d{4}|\d{2})${AFTER}`,
  'i',
);
const MONTH_FIRST = new RegExp(
  String.raw`^(?<m>[a-z]{3,9})\.?[-/ ]+(?<a>\d{1,2})(?:st|nd|rd|th)?[-/ ,]+(?<c>\d{4})${AFTER}`,
  'i',
);
const TIME = new RegExp(`^${CLOCK}$`, 'i');

/** Reads the parts of a written date; undefined when the text is not shaped like one. */
export function writtenDate(text: string): WrittenDate | undefined {
  const trimmed = text.trim();
  if (trimmed.length < 6 || trimmed.length > 40) return undefined;
  const plain = plainDate(trimmed);
  if (plain) return plain;
  const match = NUMBERS.exec(trimmed) ?? NAMED.exec(trimmed) ?? MONTH_FIRST.exec(trimmed);
  const groups = match?.groups;
  if (!groups) return undefined;
  const time = clock(groups);
  if (time === undefined) return undefined;
  const { a = '', b, c = '', m, zone, fraction } = groups;
  const how = {
    shape: shapeOf(trimmed),
    padding: paddingOf(a.length === 4 ? [b ?? '', c] : [a, b ?? '']),
    lossy: (zone !== undefined && zone.toUpperCase() !== 'Z') || /[1-9]/.test(fraction ?? ''),
    time,
  } as const;
  if (m !== undefined) {
    const month = monthNumber(m);
    if (month === undefined) return undefined;
    const parts = [Number(a), month, Number(c)] as const;
    return { ...how, form: 'named', parts, order: 'dmy', twoDigitYear: c.length === 2 };
  }
  const lengths = [a.length, c.length];
  if (lengths.includes(3) || (a.length === 4 && c.length > 2)) return undefined;
  const parts = [Number(a), Number(b), Number(c)] as const;
  if (a.length === 4) {
    return { ...how, form: 'iso', parts, order: 'ymd', twoDigitYear: false };
  }
  if (c.length === 1) return undefined;
  return { ...how, form: 'numbers', parts, order: null, twoDigitYear: c.length === 2 };
}

/**
 * `2021-04-03` and `03/04/2021`, as nearly all dates are written; the same as for any other, but sooner.
 * Undefined for other texts: such a date is nothing else, neither a number nor a word.
 */
export function plainDate(text: string): WrittenDate | undefined {
  if (text.length !== 10) return undefined;
  const isIso = text.charCodeAt(4) === DASH || text.charCodeAt(4) === SLASH;
  const first = isIso ? 4 : 2;
  const mark = text.charCodeAt(first);
  if ((mark !== DASH && mark !== SLASH) || text.charCodeAt(first + 3) !== mark) return undefined;
  const middle = twoDigits(text, first + 1);
  const one = twoDigits(text, isIso ? 8 : 0);
  const century = twoDigits(text, isIso ? 0 : 6);
  const rest = twoDigits(text, isIso ? 2 : 8);
  if (middle < 0 || one < 0 || century < 0 || rest < 0) return undefined;
  const year = 100 * century + rest;
  return {
    shape: SHAPES[mark][isIso ? 0 : 1],
    padding: middle < 10 || one < 10 ? 'padded' : 'either',
    lossy: false,
    time: null,
    form: isIso ? 'iso' : 'numbers',
    parts: isIso ? [year, middle, one] : [one, middle, year],
    order: isIso ? 'ymd' : null,
    twoDigitYear: false,
  };
}

const DASH = 0x2d;
const SLASH = 0x2f;
const ZERO = 0x30;
const SHAPES = { [DASH]: ['9999-9-9', '9-9-9999'], [SLASH]: ['9999/9/9', '9/9/9999'] } as const;

/** The number that two digits make; below zero where they are not two digits. */
function twoDigits(text: string, at: number): number {
  const [ten, one] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
  return ten < 0 || ten > 9 || one < 0 || one > 9 ? -1 : 10 * ten + one;
}

/**
 * Day number of a written date in an order; undefined when there is no such day. Two-digit years
 * below the pivot are of this century: with 30, 29 is 2029 and 30 is 1930.
 */
export function dateValue(
  written: WrittenDate,
  order: DateOrder,
  pivot: number = PIVOT,
): number | undefined {
  const [a, b, c] = written.parts;
  const by = written.order ?? order;
  if (by === 'ymd') {
    // A four-digit year at the end cannot stand first.
    if (written.form === 'numbers' && !written.twoDigitYear) return undefined;
    return dayNumber(written.form === 'iso' ? a : fullYear(a, pivot), b, c);
  }
  const year = written.twoDigitYear ? fullYear(c, pivot) : c;
  return by === 'dmy' ? dayNumber(year, b, a) : dayNumber(year, a, b);
}

/** A time of day as `HH:MM:SS`; undefined when the text is not one. */
export function timeValue(text: string): string | undefined {
  const groups = TIME.exec(text.trim())?.groups;
  if (!groups || !text.includes(':')) return undefined;
  return clock(groups) ?? undefined;
}

function fullYear(year: number, pivot: number): number {
  return year < pivot ? 2000 + year : 1900 + year;
}

/** Null when there is no time; undefined when there is no such time. */
function clock(groups: Record<string, string | undefined>): string | null | undefined {
  const { hour, minute, second, half } = groups;
  if (hour === undefined) return null;
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${minute}:${second ?? '00'}`;
}

function shapeOf(text: string): string {
  return text
    .replace(/[A-Z]+/g, (word) => 'A'.repeat(Math.min(word.length, 4)))
    .replace(/[a-z]+/g, (word) => 'a'.repeat(Math.min(word.length, 4)))
    .replace(/\d+/g, (digits) => (digits.length > 2 ? '9999' : '9'));
}

function paddingOf(parts: readonly string[]): WrittenDate['padding'] {
  const padded = parts.some((part) => part.length === 2 && part.startsWith('0'));
  const bare = parts.some((part) => part.length === 1);
  if (padded && bare) return 'mixed';
  return padded ? 'padded' : bare ? 'bare' : 'either';
}

function monthNumber(name: string): number | undefined {
  const lower = name.toLowerCase();
  const whole = WHOLE_MONTHS.indexOf(lower);
  if (whole >= 0) return whole + 1;
  const short = MONTHS.indexOf(lower === 'sept' ? 'sep' : lower);
  return short >= 0 ? short + 1 : undefined;
}
