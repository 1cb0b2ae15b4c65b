import { dayNumber, isoDate, longDate, monthName, parseIsoDate } from '../model/calendar.ts';
import { columnType } from '../model/column.ts';
import type { Scalar } from '../model/condition.ts';
import type { Kind, Variable } from '../model/variable.ts';
import { isPlainValue, quote, readCode, readQuoted, sayCode } from './quoting.ts';
import type { Reader } from './reader.ts';

/** A value as a sentence says it: its label, "1 April 2022", a true minus; in quotes where it needs them. */
export function sayValue(variable: Variable, value: Scalar): string {
  const words = valueWords(variable, value);
  const said = isMoment(variable) || isPlainValue(words) ? words : quote(words);
  if (meantBy(variable, words) === value) return said;
  return words === String(value) ? sayCode(words) : `${said} ${sayCode(String(value))}`;
}

/** The value that is said so; undefined where it is none of the variable's kind, or more than one. */
export function readValue(reader: Reader, variable: Variable): Scalar | undefined {
  return reader.attempt(() => {
    const alone = readCode(reader);
    if (alone !== undefined) return typed(variable, alone);
    const words =
      readQuoted(reader) ?? (isMoment(variable) ? readMoment(reader) : readPlain(reader));
    if (words === undefined) return undefined;
    const code = reader.attempt(() => (reader.eat(' ') ? readCode(reader) : undefined));
    return code === undefined ? meantBy(variable, words) : typed(variable, code);
  });
}

/** A text of no variable: a reason, a year. */
export function sayPlain(text: string): string {
  return isPlainValue(text) ? text : quote(text);
}

/** Up to what could end it: a joint, a comma, a bracket. */
export function readPlain(reader: Reader): string | undefined {
  const words = reader.match(/(?:(?! and | or | \[)[^,()])+/y)?.[0];
  return words !== undefined && isPlainValue(words) ? words : undefined;
}

/** A day as it is said, "1 April 2022", in the form it is kept in. */
export function readDay(reader: Reader): string | undefined {
  return reader.attempt(() => {
    const words = reader.match(/\d{1,2} [A-Z][a-z]+ \d{1,4}|\d{4}-\d\d-\d\d/y)?.[0];
    return words === undefined ? undefined : momentOf(words);
  });
}

const MONTHS = Array.from({ length: 12 }, (_, at) => monthName(at + 1));

const isNumber = (kind: Kind) => columnType(kind) === 'numbers';
const isMoment = ({ kind, values }: Variable) =>
  values.length === 0 && (kind === 'date' || kind === 'datetime' || kind === 'time');

function valueWords(variable: Variable, value: Scalar): string {
  const label = variable.values.find((entry) => entry.value === String(value))?.label;
  if (label !== undefined) return label;
  const { kind } = variable;
  if (kind === 'yesno') return value === 1 ? 'Yes' : value === 0 ? 'No' : String(value);
  if (kind === 'date' || kind === 'datetime') return sayMoment(String(value));
  if (kind === 'time') return withoutSeconds(String(value));
  return typeof value === 'number' ? String(value).replace('-', '−') : value;
}

/** The value that some words stand for: those of a label first, else the value's own. */
function meantBy(variable: Variable, words: string): Scalar | undefined {
  const labelled = variable.values.filter(({ label }) => label === words);
  if (labelled.length > 1) return undefined;
  const [entry] = labelled;
  if (entry) return typed(variable, entry.value);
  const { kind } = variable;
  if (kind === 'yesno' && (words === 'Yes' || words === 'No')) return words === 'Yes' ? 1 : 0;
  if (kind === 'date' || kind === 'datetime') return momentOf(words);
  if (kind === 'time') return /^\d\d:\d\d$/.test(words) ? `${words}:00` : words;
  return typed(variable, isNumber(kind) ? words.replace('−', '-') : words);
}

function typed({ kind }: Variable, value: string): Scalar | undefined {
  if (!isNumber(kind)) return value;
  const number = value.trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function sayMoment(iso: string): string {
  const day = parseIsoDate(iso.slice(0, 10));
  if (day === undefined) return iso;
  const time = withoutSeconds(iso.slice(11));
  return time === '' ? longDate(day) : `${longDate(day)}, ${time}`;
}

function readMoment(reader: Reader): string | undefined {
  const day = /\d{1,2} [A-Z][a-z]+ \d{1,4}(?:, \d\d:\d\d(?::\d\d)?)?/y;
  const iso = /\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?/y;
  return (reader.match(day) ?? reader.match(iso) ?? reader.match(/\d\d:\d\d(?::\d\d)?/y))?.[0];
}

function momentOf(words: string): string | undefined {
  const [day = '', time] = words.split(/, |T/);
  const iso = /^\d{4}-/.test(day) ? day : dayOf(day);
  if (iso === undefined || time === undefined) return iso;
  return `${iso}T${time.length === 5 ? `${time}:00` : time}`;
}

function dayOf(words: string): string | undefined {
  const [day, month, year] = words.split(' ');
  const number = dayNumber(Number(year), MONTHS.indexOf(month ?? '') + 1, Number(day));
  return number === undefined ? undefined : isoDate(number);
}

function withoutSeconds(time: string): string {
  return time.replace(/^(\d\d:\d\d):00$/, '$1');
}
