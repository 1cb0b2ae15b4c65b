/** What an expression can be. A date is its day number. */
export type Type = 'number' | 'text' | 'date' | 'yesno';

/** No value, and why. */
export interface Absent {
  why: string;
}

export type Value = number | string | boolean | Absent;

export function isAbsent(value: Value): value is Absent {
  return typeof value === 'object';
}

export const TYPE_WORDS: Readonly<Record<Type, string>> = {
  number: 'a number',
  text: 'text',
  date: 'a date',
  yesno: 'yes or no',
};
