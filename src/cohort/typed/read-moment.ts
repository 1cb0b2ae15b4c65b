import {
  dayNumber,
  financialYearLabel,
  isoDate,
  monthName,
  parseIsoDate,
} from '../../model/calendar.ts';
import type { Token } from './tokens.ts';

const MONTHS = Array.from({ length: 12 }, (_, at) => monthName(at + 1).toLowerCase());

/** A day as people type it, and how many words it took: "1 April 2022", "1 Apr 2022", 01/04/2022, 2022-04-01. */
export function readTypedDay(
  tokens: readonly Token[],
  at: number,
): { day: string; length: number } | undefined {
  const [first, second, third] = [at, at + 1, at + 2].map((place) => tokens[place]?.word ?? '');
  if (parseIsoDate(first ?? '') !== undefined) return { day: first as string, length: 1 };
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(first ?? '');
  const month = MONTHS.findIndex(
    (name) => (second ?? '').length > 2 && name.startsWith(second ?? ''),
  );
  const number = slashed
    ? dayNumber(Number(slashed[3]), Number(slashed[2]), Number(slashed[1]))
    : dayNumber(Number(third), month + 1, Number(first));
  return number === undefined ? undefined : { day: isoDate(number), length: slashed ? 1 : 3 };
}

/** "2022/23" or "2022/2023" as the label of a financial year. */
export function readTypedYear({ word }: Token): string | undefined {
  const found = /^(\d{4})\/(\d{2}|\d{4})$/.exec(word);
  if (!found) return undefined;
  const start = Number(found[1]);
  const label = financialYearLabel(start);
  return (found[2] ?? '').slice(-2) === label.slice(-2) ? label : undefined;
}
