import type { ColumnDecision } from '../model/importing.ts';
import { type CellReader, notA, quoted } from './cell-reader.ts';
import type { ColumnTally } from './column-tally.ts';
import {
  ambiguousMark,
  type DecimalMark,
  numberValue,
  type WrittenNumber,
  writtenNumber,
} from './numbers.ts';
import type { ColumnProfile } from './profile.ts';
import { CELL } from './raw-table.ts';
import { suppressedReason } from './suppressed.ts';
import { valueFinder } from './value-finder.ts';

/** How most numbers of a column are written; a number written so needs no raw text beside it. */
interface Style {
  mark: DecimalMark;
  percent: boolean;
  currency: string;
  grouped: string;
  /** Decimals that all numbers have; null when they differ. */
  decimals: number | null;
}

export function numberReader(
  profile: ColumnProfile,
  tally: ColumnTally,
  decision: ColumnDecision,
): CellReader {
  const { numbers } = tally;
  const mark = decision.decimal ?? numbers.mark ?? '.';
  const isOpen = decision.decimal === undefined && numbers.mark === null;
  const style = styleOf(profile, tally, mark);
  const isInteger = decision.kind === 'integer';
  const what = isInteger ? 'a whole number' : 'a number';
  const find = valueFinder(decision.values ?? []);
  return (text, type) => {
    if (type === CELL.number) return whole(Number(text), text, isInteger);
    if (type !== CELL.text) return notA(what, quoted(text));
    const written = writtenNumber(text);
    if (!written) return labelledNumber(find(text.trim())?.value) ?? notNumber(what, text);
    if (isOpen && ambiguousMark(written) !== undefined) return 'asked';
    if (written.percent !== style.percent) {
      return notA(
        what,
        `${quoted(text)} ${written.percent ? 'has a % sign, most cells have none' : 'has no % sign, most cells have one'}`,
      );
    }
    if (written.currency !== '' && style.currency !== '' && written.currency !== style.currency) {
      return notA(
        what,
        `${quoted(text)} is in ${written.currency}, most cells are in ${style.currency}`,
      );
    }
    const value = numberValue(written, mark);
    if (value === undefined) return notA(what, quoted(text));
    const cell = whole(value, text, isInteger);
    if ('group' in cell) return cell;
    return { value, raw: String(value) !== text && asWritten(value, style) !== text };
  };
}

function whole(value: number, text: string, isInteger: boolean) {
  if (isInteger && !Number.isInteger(value)) return notA('a whole number', quoted(text));
  if (isInteger && !Number.isSafeInteger(value)) {
    return notA('a whole number', `${quoted(text)} has more digits than a number can hold`);
  }
  return { value, raw: false };
}

/** A cell that gives a label, or code and label: its code. */
function labelledNumber(value: string | undefined) {
  const number = Number(value);
  return value === undefined || Number.isNaN(number) ? undefined : { value: number, raw: true };
}

function notNumber(what: string, text: string) {
  const hidden = suppressedReason(text);
  if (hidden === undefined) return notA(what, quoted(text));
  return { reason: `suppressed: ${hidden}`, group: 'a suppressed number or a limit' };
}

function styleOf(profile: ColumnProfile, { numbers }: ColumnTally, mark: DecimalMark): Style {
  let decimals: number | null = null;
  let grouped = '';
  let first = true;
  for (const code of profile.used) {
    if (profile.values.types[code] !== CELL.text) continue;
    const written = writtenNumber(profile.values.dictionary[code] as string);
    if (!written || numberValue(written, mark) === undefined) continue;
    const n = decimalsOf(written, mark);
    if (first) decimals = n;
    else if (n !== decimals) decimals = null;
    first = false;
    grouped ||=
      /\d([,.' \u00a0\u2007\u2009\u202f])\d{3}(?=\1|[.,]|$)/.exec(
        withoutFraction(written.body, mark),
      )?.[1] ?? '';
  }
  const currency = [...numbers.currencies].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  const percent = numbers.percent * 2 > numbers.marks[mark].fits;
  return { mark, percent, currency, grouped, decimals };
}

function asWritten(value: number, style: Style): string {
  const size = Math.abs(style.percent ? Number(`${value}e2`) : value);
  const plain = style.decimals === null ? String(size) : size.toFixed(style.decimals);
  const [digits = '', fraction] = plain.split('.');
  const groups = style.grouped ? digits.replace(/\B(?=(\d{3})+$)/g, style.grouped) : digits;
  const number = fraction === undefined ? groups : `${groups}${style.mark}${fraction}`;
  return `${value < 0 ? '-' : ''}${style.currency}${number}${style.percent ? '%' : ''}`;
}

function decimalsOf({ body }: WrittenNumber, mark: DecimalMark): number {
  const at = body.indexOf(mark);
  return at < 0 ? 0 : body.length - at - 1;
}

function withoutFraction(body: string, mark: DecimalMark): string {
  const at = body.indexOf(mark);
  return at < 0 ? body : body.slice(0, at);
}
