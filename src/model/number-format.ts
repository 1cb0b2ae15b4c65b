/** How a number is written; see format.ts. */
export type NumberFormat =
  | 'count'
  | 'number'
  | 'statistic'
  | 'mean'
  | 'p'
  | 'correlation'
  | 'percent0'
  | 'percent1'
  /** Percentage points. */
  | 'points'
  | 'days'
  | 'text';
