import { Refusal, type RefusalRecord } from '../../model/refusal.ts';

/** What a statistic gave, or why it could not be computed. */
export type Attempt<T> = { value: T; refused: '' } | { value: null; refused: string };

/** Codes of refusals that the numbers cause, not the options. */
const OF_NUMBERS: readonly string[] = ['not-computable', 'unreadable-input'];

/** Runs a statistic; numbers that do not allow it are a reason, not an end. */
export function attempt<T>(statistic: () => T): Attempt<T> {
  try {
    return { value: statistic(), refused: '' };
  } catch (error) {
    if (error instanceof Refusal && OF_NUMBERS.includes(error.code))
      return { value: null, refused: reasonOf(error) };
    throw error;
  }
}

/** "Welch: at least 2 values in each group are required." → "at least 2 values in each group are required" */
export function reasonOf({ message }: Pick<RefusalRecord, 'message'>): string {
  return message.replace(/^[^:]{1,60}: /, '').replace(/\.$/, '');
}

/** A part of a statistic that refuses as a value. */
export function partOf<T extends object>(part: T | { refused: RefusalRecord }): Attempt<T> {
  return 'refused' in part && part.refused
    ? { value: null, refused: reasonOf(part.refused as RefusalRecord) }
    : { value: part as T, refused: '' };
}

export function because(refused: string): string {
  return `not computable because ${refused}`;
}
