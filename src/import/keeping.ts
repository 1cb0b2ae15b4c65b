import type { RunLimits } from './run-limits.ts';
import type { Spill } from './spill.ts';

/** Where columns are kept while they are read. */
export interface Keeping {
  spill: Spill;
  limits: RunLimits;
}
