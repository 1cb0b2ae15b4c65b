/** Why two forms are no pair although both are there: the reason that stands in the table of pairs. */
export const EXCLUSION = {
  rater: 'different rater',
  version: 'different version',
  window: 'outside the window',
  order: 'second form not after the first',
  date: 'a date is missing',
} as const;
