import type { Step } from '../../model/table.ts';

/** Ids that have to be put right, which only the extracts themselves can tell. */
export interface IdCorrections {
  /** Ids that have lost their leading zeros → the ids. */
  lostZeros: Readonly<Record<string, string>>;
  /** Second ids of people who are registered twice → their first ids. */
  secondIds: Readonly<Record<string, string>>;
}

/** An infant has a record of its own beside that of the adult: people are counted as adults. */
export const ADULTS_ONLY: readonly Step[] = [
  { op: 'tidy-text', variable: 'person_type', collapse: true, case: 'sentence' },
  {
    op: 'keep-rows',
    condition: { op: 'is', variable: 'person_type', value: 'Adult' },
    reason: 'infants, counted with the adult they come with',
  },
];

/** Leaves out rows of people who are not among the adults. */
export function keepLinkedToAdults(reason: string): Step {
  return {
    op: 'keep-linked',
    table: 'adults',
    key: 'client_id',
    foreignKey: 'client_id',
    reason,
  };
}
