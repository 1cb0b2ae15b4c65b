import type { Scalar } from '../model/condition.ts';

/** Order of two values of one kind: numbers by size, ISO dates and times as text. */
export function compareScalars(a: Scalar, b: Scalar): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return a === b ? 0 : String(a) < String(b) ? -1 : 1;
}

/**
 * A date as an upper bound: "up to 31 March" holds all moments of that day. `~` comes after every
 * character of an ISO date-time, in JavaScript as in SQLite; for plain dates it changes nothing.
 */
export function endOfDay(bound: Scalar): Scalar {
  return typeof bound === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(bound) ? `${bound}~` : bound;
}

/** Lower case for A–Z only: what SQLite's `lower` does. */
export function foldAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}
