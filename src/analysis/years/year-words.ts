import { longDate } from '../../model/calendar.ts';
import type { Finding, Note } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import { missingWords } from '../parts/missing-counts.ts';
import { count } from '../parts/words.ts';
import type { CoveredYear } from './covered-years.ts';
import type { YearTally } from './tally-years.ts';
import type { Span } from './year-coverage.ts';

/** "97 appointments in 2015/16 (from June) and 777 in 2023/24 (to December); 3,690 in 9 financial years." */
export function yearSentence(
  years: readonly CoveredYear[],
  tally: YearTally,
  used: number,
  unit: string,
): string {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return `No ${unit} with a date.`;
  const words = (year: CoveredYear) => year.label + (year.part ? ` (${year.part})` : '');
  const start = `${count(tally.totals[0] ?? 0)} ${unit} in ${words(first)}`;
  if (years.length === 1) return `${start}.`;
  const end = `${count(tally.totals.at(-1) ?? 0)} in ${words(last)}`;
  return `${start} and ${end}; ${count(used)} in all, over ${years.length} financial years.`;
}

export function yearNotes(
  years: readonly CoveredYear[],
  span: Span | null,
  missing: Finding['n']['missing'],
  total: number,
  unit: string,
  single: boolean,
): Note[] {
  const notes: Note[] = years.flatMap((year) =>
    year.note ? [{ kind: 'caution' as const, text: `Part year: ${year.note}` }] : [],
  );
  if (span && !(span.exact.from && span.exact.to)) {
    const open = [
      span.exact.from ? '' : `first date in the data (${longDate(span.from)})`,
      span.exact.to ? '' : `last date in the data (${longDate(span.to)})`,
    ].filter((words) => words !== '');
    const text = `The period covered was not stated: the ${open.join(' and the ')} ${open.length > 1 ? 'were' : 'was'} used.`;
    notes.push({ kind: 'note', text });
  }
  if (!single && years.some((year) => year.part)) {
    notes.push({ kind: 'note', text: 'Part years are not comparable with whole years.' });
  }
  const left = escapeRich(missingWords(missing));
  if (left) {
    notes.push({ kind: 'note', text: `Of ${count(total)} ${unit}, not counted: ${left}.` });
  }
  return notes;
}
