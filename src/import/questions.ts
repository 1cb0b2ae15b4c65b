import { calendarDate, longDate } from '../model/calendar.ts';
import type { ColumnDecision, DateOrder, ImportQuestion } from '../model/importing.ts';
import type { Kind } from '../model/variable.ts';
import { dateValue, writtenDate } from '../model/written-date.ts';
import type { ColumnTally } from './column-tally.ts';
import { bodyValue, type DecimalMark, writtenNumber } from './numbers.ts';
import { serialDate } from './serials.ts';
import { today } from './today.ts';

export const ORDER_LABEL: Record<DateOrder, string> = {
  dmy: 'Day first',
  mdy: 'Month first',
  ymd: 'Year first',
};

/** The question about the order of day and month. */
export function orderQuestion(position: number, kind: Kind, tally: ColumnTally): ImportQuestion {
  const { dates } = tally;
  const numeric = dates.dayFirst + dates.monthFirst + dates.either;
  const orders: DateOrder[] = ['dmy', 'mdy'];
  if (dates.twoDigitYears > 0 && dates.yearFirst === dates.twoDigitYears) orders.push('ymd');
  const misfits: Record<DateOrder, number> = {
    dmy: dates.monthFirst,
    mdy: dates.dayFirst,
    ymd: numeric - dates.yearFirst,
  };
  const example = dates.telling ?? dates.example ?? '';
  return {
    position,
    question: 'In which order are day, month and year written?',
    why: whyAsked(tally),
    choices: [
      ...orders.map((order) => ({
        change: { position, kind, dateOrder: order },
        label:
          misfits[order] > 0
            ? `${ORDER_LABEL[order]} (${misfits[order]} of ${numeric} do not fit)`
            : ORDER_LABEL[order],
        example: readAs(example, order),
      })),
      { change: { position, kind: 'text' as const }, label: 'Keep as text', example },
    ],
  };
}

function whyAsked({ dates }: ColumnTally): string {
  const { dayFirst, monthFirst, either } = dates;
  const numeric = dayFirst + monthFirst + either;
  if (dayFirst > 0 && monthFirst > 0) {
    return `${dayFirst} of ${numeric} dates exist only day first and ${monthFirst} only month first.`;
  }
  if (dayFirst + monthFirst === 0) {
    return `In none of the ${numeric} dates is a part above 12: the file cannot say.`;
  }
  const order = dayFirst > 0 ? 'day first' : 'month first';
  return `${dayFirst + monthFirst} of ${numeric} dates exist only ${order}, against the saved decisions.`;
}

/** The question whether a comma, or a point, divides thousands or decimals. */
export function markQuestion(position: number, { numbers }: ColumnTally): ImportQuestion {
  const { ambiguous, example = '' } = numbers;
  const body = writtenNumber(example)?.body ?? '';
  const mark: DecimalMark = body.includes(',') ? ',' : '.';
  const other: DecimalMark = mark === ',' ? '.' : ',';
  const name = mark === ',' ? 'comma' : 'point';
  const both = ambiguous[','] > 0 && ambiguous['.'] > 0 ? ' or a point' : '';
  return {
    position,
    question: `Does the ${name} divide thousands or decimals?`,
    why: `All ${ambiguous[','] + ambiguous['.']} numbers with a ${name}${both} have three digits after it: the file cannot say.`,
    choices: [
      {
        change: { position, kind: both ? 'decimal' : 'integer', decimal: other },
        label: 'Thousands',
        example: `${example} is ${bodyValue(body, other) ?? ''}`,
      },
      {
        change: { position, kind: 'decimal', decimal: mark },
        label: 'Decimals',
        example: `${example} is ${bodyValue(body, mark) ?? ''}`,
      },
      { change: { position, kind: 'text' }, label: 'Keep as text', example },
    ],
  };
}

/** The question whether whole numbers in a column of dates are the day numbers that Excel counts in. */
export function serialQuestion(
  position: number,
  kind: Kind,
  { serials, dates, judged }: ColumnTally,
): ImportQuestion {
  const { n, example } = serials;
  const readAs = (system: 1900 | 1904) => {
    const date = serialDate(Number(example), system);
    return date ? `${example} is ${longDate(date.day)}` : `${example} is no date`;
  };
  const dateKind = serials.withTime > 0 ? 'datetime' : kind;
  const others = dates.dates > 0;
  return {
    position,
    question: others
      ? 'Are the numbers among the dates day numbers of Excel?'
      : 'Are these numbers dates, as Excel counts days?',
    why: `${n} of ${judged} cells are numbers from 34,000 to 60,000, which is what a date turns into when its format is lost.`,
    choices: [
      {
        change: { position, kind: dateKind, serials: 1900 },
        label: 'Dates',
        example: readAs(1900),
      },
      {
        change: { position, kind: dateKind, serials: 1904 },
        label: 'Dates of a workbook that counts from 1904',
        example: readAs(1904),
      },
      others
        ? {
            change: { position, kind, serials: false as const },
            label: 'No dates: keep those cells as text',
            example,
          }
        : {
            change: {
              position,
              kind: serials.withTime > 0 ? ('decimal' as const) : ('integer' as const),
            },
            label: 'Numbers',
            example,
          },
    ],
  };
}

/** The question about dates of birth that would be in the future or a hundred years ago. */
export function pivotQuestion(
  position: number,
  kind: Kind,
  { dates }: ColumnTally,
  { dateOrder }: Pick<ColumnDecision, 'dateOrder'>,
): ImportQuestion {
  const { year } = calendarDate(today());
  const n = dates.restOfYear[dateOrder ?? 'dmy'];
  const short = String(year % 100).padStart(2, '0');
  return {
    position,
    question: `Is the year ${short} in these dates of birth ${year} or ${year - 100}?`,
    why: `${n} of ${dates.twoDigitYears} dates with a two-digit year would lie after today in ${year}.`,
    choices: [
      {
        change: { position, kind, pivot: year % 100 },
        label: `${year - 100}`,
        example: `years from ${short} are of the last century`,
      },
      {
        change: { position, kind, pivot: (year % 100) + 1 },
        label: `${year}: these children are still to be born`,
        example: `years up to ${short} are of this century`,
      },
      { change: { position, kind: 'text' as const }, label: 'Keep as text', example: '' },
    ],
  };
}

function readAs(text: string, order: DateOrder): string {
  const written = writtenDate(text);
  const day = written && dateValue(written, order);
  return day === undefined ? `${text} is no date` : `${text} is ${longDate(day)}`;
}
