import { longDate } from '../model/calendar.ts';
import type { ColumnDecision, DateOrder, ImportQuestion } from '../model/importing.ts';
import type { Kind, MissingCode } from '../model/variable.ts';
import type { ColumnTally } from './column-tally.ts';
import { dateValue, writtenDate } from './dates.ts';
import { bodyValue, writtenNumber } from './numbers.ts';

/** Whether a text that means "no value" is read so in a column of this kind. */
export function isTyped(kind: Kind): boolean {
  return kind !== 'text' && kind !== 'category' && kind !== 'identifier';
}

/** The missing tokens of a column, for kinds whose values they can never be. */
export function suggestedCodes(kind: Kind, tally: ColumnTally): MissingCode[] {
  if (!isTyped(kind)) return [];
  return tally.tokens.map(({ text, reason }) => ({ code: text, reason }));
}

/** The order of day and month that the cells prove; null when they leave it open. */
export function provenOrder({ dates }: ColumnTally): DateOrder | null {
  if (dates.dayFirst > 0 && dates.monthFirst > 0) return null;
  if (dates.dayFirst > 0) return 'dmy';
  if (dates.monthFirst > 0) return 'mdy';
  if (dates.either > 0) return null;
  return dates.settled === dates.possible ? 'ymd' : 'dmy';
}

/** The question about the order of day and month. */
export function orderQuestion(decision: ColumnDecision, tally: ColumnTally): ImportQuestion {
  const { position, kind } = decision;
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
    question: `In which order are day, month and year of “${called(decision)}” written?`,
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

/** The question whether a comma divides thousands or decimals. */
export function commaQuestion(decision: ColumnDecision, tally: ColumnTally): ImportQuestion {
  const { position } = decision;
  const { ambiguous, example = '' } = tally.numbers;
  const body = writtenNumber(example)?.body ?? '';
  return {
    position,
    question: `Does the comma in “${called(decision)}” divide thousands or decimals?`,
    why: `All ${ambiguous} numbers with a comma have three digits after it: the file cannot say.`,
    choices: [
      {
        change: { position, kind: 'integer', decimal: '.' },
        label: 'Thousands',
        example: `${example} is ${bodyValue(body, '.') ?? ''}`,
      },
      {
        change: { position, kind: 'decimal', decimal: ',' },
        label: 'Decimals',
        example: `${example} is ${bodyValue(body, ',') ?? ''}`,
      },
      { change: { position, kind: 'text' }, label: 'Keep as text', example },
    ],
  };
}

export const ORDER_LABEL: Record<DateOrder, string> = {
  dmy: 'Day first',
  mdy: 'Month first',
  ymd: 'Year first',
};

/** What is asked about a column whose decision leaves something open. */
export function openQuestion(
  decision: ColumnDecision,
  tally: ColumnTally,
): ImportQuestion | undefined {
  if (!decision.keep) return undefined;
  const { kind } = decision;
  if (kind === 'date' || kind === 'datetime') {
    return decision.dateOrder === null ? orderQuestion(decision, tally) : undefined;
  }
  if (kind === 'integer' || kind === 'decimal') {
    return decision.decimal === undefined && tally.numbers.mark === null
      ? commaQuestion(decision, tally)
      : undefined;
  }
  return undefined;
}

function called({ header, name }: ColumnDecision): string {
  return header.trim() || name;
}

function readAs(text: string, order: DateOrder): string {
  const written = writtenDate(text);
  const day = written && dateValue(written, order);
  return day === undefined ? `${text} is no date` : `${text} is ${longDate(day)}`;
}
