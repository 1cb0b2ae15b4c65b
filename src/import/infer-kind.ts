import type { Kind } from '../model/variable.ts';
import type { ColumnTally } from './column-tally.ts';
import { identifierReason } from './identifier.ts';
import { saysDate } from './serials.ts';

/** At most this share of cells may not fit their column's kind. */
const MISFITS = 0.05;

export interface KindFound {
  kind: Kind;
  /** For identifiers: why. */
  reason?: string;
}

/** The kind that all cells of a column speak for; at most one cell in twenty may not fit. */
export function inferKind(tally: ColumnTally, header: string): KindFound {
  const { judged, dates, numbers } = tally;
  if (judged === 0) return { kind: 'text' };
  const most = (n: number) => n > 0 && n >= judged * (1 - MISFITS);
  const answers = tally.yes + tally.no;
  const bothAnswers = tally.yes > 0 && tally.no > 0;
  if (most(answers) && (bothAnswers || tally.letters < answers)) return { kind: 'yesno' };
  if (most(dates.dates) && dates.possible >= dates.dates / 2) {
    return { kind: dates.withTime > judged * MISFITS ? 'datetime' : 'date' };
  }
  const { serials } = tally;
  const asDates = dates.possible >= judged / 2 || saysDate(header);
  if (serials.n > 0 && most(dates.dates + serials.n) && asDates) {
    return { kind: dates.withTime + serials.withTime > judged * MISFITS ? 'datetime' : 'date' };
  }
  if (most(tally.times)) return { kind: 'time' };
  if (tally.labelled.values(judged - tally.labelled.n)) return { kind: 'category' };
  const reason = identifierReason(tally, header, most);
  if (reason !== undefined) return { kind: 'identifier', reason };
  const mark = numbers.mark ?? '.';
  const { fits, whole } = numbers.marks[mark];
  const zeros = tally.codes.leadingZero > judged * MISFITS;
  const isNumeric = most(fits) || (fits * 2 >= judged && most(fits + tally.suppressed));
  if (isNumeric && !zeros) {
    const isMoney = numbers.currencies.size > 0;
    const isWhole = whole === fits && numbers.percent * 2 <= fits && !isMoney;
    return { kind: isWhole ? 'integer' : 'decimal' };
  }
  return { kind: isCategory(tally) ? 'category' : 'text' };
}

/** Few values, each of them seen again and again. */
function isCategory({ judged, distinct, longest, tokens }: ColumnTally): boolean {
  const all = judged + tokens.reduce((sum, { n }) => sum + n, 0);
  const values = distinct + tokens.length;
  return longest <= 120 && values * 2 <= all && values <= Math.max(100, Math.sqrt(all));
}
