import type { DateOrder } from './importing.ts';
import type { Kind } from './variable.ts';

/** One way in which an extract differs from what its saved decisions expect, with its sentence. */
export type DriftFinding = { sentence: string } & (
  | { what: 'new-column'; header: string; kind: Kind; filled: number; of: number }
  | { what: 'missing-column'; header: string; name: string }
  /** Suggested, by similar headings or values: `header` is gone, `now` is new. */
  | { what: 'renamed-column'; header: string; name: string; now: string; why: string }
  /** The file by itself would be read as another kind; `n` of its filled cells do not fit the saved one. */
  | { what: 'kind'; name: string; kind: Kind; proposed: Kind; n: number; of: number }
  | { what: 'categories'; name: string; values: readonly { value: string; n: number }[] }
  | { what: 'date-order'; name: string; saved: DateOrder }
  | {
      what: 'kind-of-file' | 'encoding' | 'delimiter' | 'quoting' | 'sheet' | 'header' | 'footer';
      saved: string;
      now: string;
    }
);

/**
 * How an extract differs from the saved decisions (the contract). Another order of the columns is no
 * drift: `moved` only tells of it.
 */
export interface ContractDrift {
  file: string;
  sheet: string | null;
  findings: readonly DriftFinding[];
  /** Columns that stand elsewhere than in the contract; 1-based. */
  moved: readonly { header: string; from: number; to: number }[];
}

const TOLD: readonly DriftFinding['what'][] = ['new-column', 'categories', 'header'];

/** Whether something of the contract is contradicted, and not only something new is there. */
export function breaksContract(finding: DriftFinding): boolean {
  return !TOLD.includes(finding.what);
}
