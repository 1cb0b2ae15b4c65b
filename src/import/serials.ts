import { parseIsoDate } from '../model/calendar.ts';
import { type DateSystem, excelDate } from './excel-date.ts';

/** Day numbers from 1 February 1993 to 7 April 2064 as Excel counts them, with or without a time of day. */
export const SERIALS = [34_000, 60_000] as const;
const SERIAL = /^\d{5}(\.\d+)?$/;

/** The number that a text could be as an Excel day number; undefined when it is none that is in use. */
export function serialNumber(text: string): number | undefined {
  const value = Number(text);
  return value >= SERIALS[0] && value <= SERIALS[1] && SERIAL.test(text.trim()) ? value : undefined;
}

/** Day number and time of day of an Excel serial. */
export function serialDate(
  serial: number,
  system: DateSystem,
): { day: number; time: string } | undefined {
  const iso = excelDate(serial, system, true);
  const day = iso === undefined ? undefined : parseIsoDate(iso.slice(0, 10));
  return iso === undefined || day === undefined ? undefined : { day, time: iso.slice(11) };
}

/** Whether a heading says that its column holds dates. */
export function saysDate(header: string): boolean {
  return /\b(dates?|dob|d o b|born|birth|birthday|edd|dt|day|when)\b/i.test(headingWords(header));
}

/** Whether a heading says that its column holds dates of birth. */
export function saysBirth(header: string): boolean {
  return /\b(dob|d o b|born|birth|birthday|birthdate)\b/i.test(headingWords(header));
}

function headingWords(header: string): string {
  return header.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[^\p{L}\p{N}]+/gu, ' ');
}
