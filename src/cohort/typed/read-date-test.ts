import { SPANS, type Test } from '../../model/condition.ts';
import type { Variable } from '../../model/variable.ts';
import { readTypedDay, readTypedYear } from './read-moment.ts';
import type { TokenReader } from './token-reader.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is asked of a date: "since 1 April 2022", "2021/22 or 2022/23", "last 6 months". */
export function readDateTest(
  reader: TokenReader,
  variable: Variable,
  lastDayOf: Vocabulary['lastDayOf'],
): Test | undefined {
  const name = variable.name;
  const day = () => {
    const found = readTypedDay(reader.tokens, reader.at);
    if (found) reader.at += found.length;
    return found?.day;
  };
  const after = (op: 'before' | 'after' | 'on-or-after' | 'at-most', ...wordings: string[]) =>
    reader.attempt((): Test | undefined => {
      const value = reader.eat(...wordings) ? day() : undefined;
      return value === undefined ? undefined : { op, variable: name, value };
    });
  const years = readYears(reader);
  if (years.length > 0) return { op: 'in-financial-year', variable: name, years };
  if (reader.eat('last', 'in the last', 'within the last', 'within last')) {
    return readWithin(reader, variable, lastDayOf, day);
  }
  return (
    after('on-or-after', 'on or after', 'since', 'from') ??
    after('at-most', 'on or before', 'until', 'up to', 'by') ??
    after('before', 'before') ??
    after('after', 'after') ??
    reader.attempt((): Test | undefined => {
      reader.eat('between');
      const low = day();
      const high = low !== undefined && reader.eat('and', 'to') ? day() : undefined;
      if (low === undefined) return undefined;
      if (high !== undefined) return { op: 'between', variable: name, low, high };
      return { op: 'between', variable: name, low, high: low };
    })
  );
}

function readYears(reader: TokenReader): string[] {
  const years: string[] = [];
  reader.eat('financial year', 'year');
  for (;;) {
    const token = reader.next;
    const year = token && readTypedYear(token);
    if (year === undefined) break;
    years.push(year);
    reader.at++;
    const start = reader.at;
    reader.eat(',');
    reader.eat('or', 'and');
    const next = reader.next;
    if (!next || readTypedYear(next) === undefined) reader.at = start;
  }
  return years;
}

/** Without a day of its own it ends with the latest in the data. */
function readWithin(
  reader: TokenReader,
  variable: Variable,
  lastDayOf: Vocabulary['lastDayOf'],
  day: () => string | undefined,
): Test | undefined {
  const n = reader.digits() ?? 1;
  const word = reader.next?.word ?? '';
  const unit = SPANS.find((span) => span === `${word}s` || span === word);
  if (unit === undefined) return undefined;
  reader.at++;
  const typed = reader.attempt(() => (reader.eat('up to', 'to', 'before') ? day() : undefined));
  const until = typed ?? lastDayOf(variable);
  if (until === undefined) return undefined;
  return { op: 'within-last', variable: variable.name, n, unit, until };
}
