import { isoDate } from '../model/calendar.ts';

export type DateSystem = 1900 | 1904;

/** Day number of Excel's day 0, for serials from 61 on (1900) or all (1904). */
const DAY_ZERO: Record<DateSystem, number> = { 1900: -25569, 1904: -24107 };
const SECONDS = 86_400;
/** 31 December 9999 in the 1900 system. */
const LAST_SERIAL = 2_958_466;

/**
 * An Excel serial as ISO text: `2024-04-01`, or `2024-04-01T09:30:00` when it has a time of day.
 * Undefined for what is no date: day 0 and before, the 29 February 1900 that never was, after 9999.
 */
export function excelDate(
  serial: number,
  system: DateSystem,
  withTime: boolean,
): string | undefined {
  const total = Math.round(serial * SECONDS);
  let days = Math.floor(total / SECONDS);
  const seconds = total - days * SECONDS;
  if (days < 0 || days >= LAST_SERIAL) return undefined;
  if (system === 1900) {
    // Excel has a 29 February 1900: serials below it are one day off.
    if (days < 1 || days === 60) return undefined;
    if (days < 60) days++;
  }
  const date = isoDate(days + DAY_ZERO[system]);
  return withTime || seconds > 0 ? `${date}T${clock(seconds)}` : date;
}

/** A part of a day, or a duration, as `HH:MM:SS`; hours go past 24 in durations. */
export function excelTime(serial: number): string | undefined {
  if (!(serial >= 0) || serial >= LAST_SERIAL) return undefined;
  return clock(Math.round(serial * SECONDS));
}

function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
