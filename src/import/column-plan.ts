import { calendarDate } from '../model/calendar.ts';
import type { ColumnDecision, DateOrder, ImportQuestion } from '../model/importing.ts';
import type { Kind, MissingCode } from '../model/variable.ts';
import { PIVOT } from '../model/written-date.ts';
import type { ColumnTally } from './column-tally.ts';
import { markQuestion, orderQuestion, pivotQuestion, serialQuestion } from './questions.ts';
import { saysBirth } from './serials.ts';
import { today } from './today.ts';

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

/**
 * Which two-digit years are of this century; null when that has to be asked. Nobody is born in the
 * future: dates of birth are of this century up to this year, and asked when some of this year are
 * still to come.
 */
export function proposedPivot(
  header: string,
  { dates }: ColumnTally,
  order: DateOrder | null,
): number | null {
  if (!saysBirth(header)) return PIVOT;
  const thisYear = calendarDate(today()).year % 100;
  const toCome =
    order === null ? Math.max(...Object.values(dates.restOfYear)) : dates.restOfYear[order];
  return toCome > 0 ? null : thisYear + 1;
}

/** What is asked about a column whose decision leaves something open. */
export function openQuestion(
  decision: ColumnDecision,
  tally: ColumnTally,
): ImportQuestion | undefined {
  const asked = decision.keep ? question(decision, tally) : undefined;
  return asked && { ...asked, question: aboutColumn(decision, asked.question) };
}

/** "“Closed on”: in which order are day, month and year written?" */
function aboutColumn({ header, name }: ColumnDecision, text: string): string {
  return `“${header.trim() || name}”: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function question(decision: ColumnDecision, tally: ColumnTally): ImportQuestion | undefined {
  const { kind, position } = decision;
  if (kind === 'date' || kind === 'datetime') {
    if (decision.dateOrder === null) return orderQuestion(position, kind, tally);
    if (decision.serials === null) return serialQuestion(position, kind, tally);
    return decision.pivot === null ? pivotQuestion(position, kind, tally, decision) : undefined;
  }
  if (kind === 'integer' || kind === 'decimal') {
    return decision.decimal === undefined && tally.numbers.mark === null
      ? markQuestion(position, tally)
      : undefined;
  }
  return undefined;
}
