import { isoDate } from '../model/calendar.ts';
import type { ColumnDecision } from '../model/importing.ts';
import {
  dateValue,
  PIVOT,
  plainDate,
  type WrittenDate,
  writtenDate,
} from '../model/written-date.ts';
import { type CellReader, notA, quoted } from './cell-reader.ts';
import type { ColumnTally } from './column-tally.ts';
import type { ColumnProfile } from './profile.ts';
import { CELL, type CellType } from './raw-table.ts';
import { serialDate, serialNumber } from './serials.ts';

export function dateReader(
  profile: ColumnProfile,
  tally: ColumnTally,
  decision: ColumnDecision,
): CellReader {
  const { serials = null, pivot = PIVOT } = decision;
  const order = decision.dateOrder ?? null;
  const withTime = decision.kind === 'datetime';
  const what = withTime ? 'a date and time' : 'a date';
  const style = styleOf(profile);
  const mostAreSerials = tally.serials.n > tally.dates.dates;
  return (text, type) => {
    const plain = type === CELL.number ? undefined : plainDate(text);
    const canBeSerial = !plain && (type === CELL.number || type === CELL.text);
    const serial = canBeSerial ? serialNumber(text) : undefined;
    if (serial !== undefined && serials !== false) {
      const date = serials === null ? undefined : serialDate(serial, serials);
      if (!date) return 'asked';
      const isWhole = date.time === '00:00:00' || withTime;
      const raw = !mostAreSerials || !isWhole || text !== text.trim();
      return { value: withTime ? `${isoDate(date.day)}T${date.time}` : date.day, raw };
    }
    const written =
      plain ??
      (type === CELL.number ? compactDate(text) : (writtenDate(text) ?? compactDate(text)));
    if (!written) {
      return notA(what, type === CELL.number ? `the number ${text.trim()}` : quoted(text));
    }
    if (order === null && written.order === null) {
      const dmy = dateValue(written, 'dmy');
      if (dmy !== undefined || dateValue(written, 'mdy') !== undefined) return 'asked';
    }
    if (written.twoDigitYear && pivot === null) return 'asked';
    const day = dateValue(written, order ?? 'dmy', pivot ?? PIVOT);
    if (day === undefined)
      return { ...notA(what, noSuchDay(text, written, order)), group: `not ${what}: no such day` };
    const hasTime = written.time !== null && written.time !== '00:00:00';
    const uniform =
      text === text.trim() && !mostAreSerials && !written.lossy && isUniform(written, style, type);
    if (!withTime) return { value: day, raw: !uniform || hasTime };
    return { value: `${isoDate(day)}T${written.time ?? '00:00:00'}`, raw: !uniform };
  };
}

/** The shape that most dates of the column have, and their padding. */
interface Style {
  shape: string;
  padding: 'padded' | 'bare';
}

function styleOf({ values, counts, used }: ColumnProfile): Style {
  const shapes = new Map<string, number>();
  let padded = 0;
  let bare = 0;
  for (const code of used) {
    const written = writtenDate(values.dictionary[code] as string);
    if (!written) continue;
    const n = counts[code] as number;
    shapes.set(written.shape, (shapes.get(written.shape) ?? 0) + n);
    if (written.padding === 'padded') padded += n;
    else if (written.padding === 'bare') bare += n;
  }
  let shape = '';
  let most = 0;
  for (const [candidate, n] of shapes) {
    if (n > most) {
      shape = candidate;
      most = n;
    }
  }
  return { shape, padding: bare > padded ? 'bare' : 'padded' };
}

function isUniform(written: WrittenDate, style: Style, type: CellType): boolean {
  if (type === CELL.date) return written.time === null || written.time === '00:00:00';
  if (type === CELL.datetime) return true;
  return (
    written.shape === style.shape &&
    (written.padding === 'either' || written.padding === style.padding)
  );
}

/** `20210403`: only where a person or a heading says that it is a date. */
function compactDate(text: string): WrittenDate | undefined {
  const match = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text.trim());
  return match ? writtenDate(`${match[1]}-${match[2]}-${match[3]}`) : undefined;
}

function noSuchDay(text: string, written: WrittenDate, order: ColumnDecision['dateOrder']): string {
  const trimmed = text.trim();
  const other = order === 'dmy' ? 'mdy' : 'dmy';
  if (written.form === 'numbers' && order && dateValue(written, other) !== undefined) {
    return `${trimmed} exists only ${other === 'mdy' ? 'month' : 'day'} first`;
  }
  return `${trimmed} does not exist`;
}
