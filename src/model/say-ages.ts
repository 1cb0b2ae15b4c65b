import type { Measure } from './measure.ts';

/** How old the child is when a measure can be used: "from 0 to 15 months old". */
export function sayAges({ least, most }: NonNullable<Measure['ages']>): string {
  if (most === 0) return 'not born yet';
  if (most === undefined) return least === 0 ? 'born' : `at least ${least} months old`;
  return least === undefined ? `at most ${most} months old` : `from ${least} to ${most} months old`;
}
