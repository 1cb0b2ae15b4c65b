import type { Kind } from '../model/variable.ts';
import type { ColumnTally } from './column-tally.ts';
import { identifierReason } from './identifier.ts';
import { saysDate } from './serials.ts';

/** At most this share of cells may not fit their column's kind. */
const MISFITS = 0.05;
/** From this many cells on one of them may not fit, however large its share. */
export const ONE_FROM = 8;

/** Whether so few cells of a column do not fit that the others decide. */
export function areMost(n: number, judged: number): boolean {
  const misfits = judged - n;
  return n > 0 && (misfits <= judged * MISFITS || (misfits === 1 && judged >= ONE_FROM));
}

/** Whether a single cell that does not fit is more than one in twenty, and yet allowed. */
export function isAllowedAsOne(judged: number): boolean {
  return judged >= ONE_FROM && judged * MISFITS < 1;
}

export interface KindFound {
  kind: Kind;
  /** For identifiers: why. */
  reason?: string;
}

/** The kind that the cells of a column speak for, all or all but a few: one cell in twenty, or one. */
export function inferKind(tally: ColumnTally, header: string): KindFound {
  const { judged, dates, numbers } = tally;
  if (judged === 0) return { kind: 'text' };
  const most = (n: number) => areMost(n, judged);
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
