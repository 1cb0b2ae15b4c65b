import { parseIsoDate } from '../../model/calendar.ts';
import type { Options } from '../analysis.ts';

/** Readers of options that have been checked. An error here is a bug in a description. */

export function variableChosen(options: Options, key: string): string {
  return textOf(options, key);
}

export function variableOrNone(options: Options, key: string): string | null {
  return options[key] === null ? null : textOf(options, key);
}

export function variablesChosen(options: Options, key: string): readonly string[] {
  const value = options[key];
  if (typeof value === 'object' && value !== null) return value;
  throw new Error(`option ${key} is not a list`);
}

export function choiceOf<Choice extends string>(
  options: Options,
  key: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === options[key]);
  if (found === undefined) throw new Error(`option ${key} has an unknown choice`);
  return found;
}

export function numberOf(options: Options, key: string): number {
  const value = options[key];
  if (typeof value === 'number') return value;
  throw new Error(`option ${key} is not a number`);
}

export function isOn(options: Options, key: string): boolean {
  return options[key] === true;
}

/** Day number of a date option; null when it is open. */
export function dayOf(options: Options, key: string): number | null {
  const value = options[key];
  return typeof value === 'string' ? (parseIsoDate(value) ?? null) : null;
}

export function textOf(options: Options, key: string): string {
  const value = options[key];
  if (typeof value === 'string') return value;
  throw new Error(`option ${key} is not text`);
}
