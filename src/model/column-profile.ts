/** NHS MHSDS: valid, other, default, invalid, missing. */
export const VODIM = ['valid', 'other', 'default', 'invalid', 'missing'] as const;

export type Vodim = (typeof VODIM)[number];

/** One variable as a data manager looks at it. */
export interface ColumnProfile {
  rows: number;
  present: number;
  distinct: number;
  missing: readonly { reason: string; n: number }[];
  /** The commonest values; identifiers are masked. */
  top: readonly { value: string; label: string; n: number }[];
  /** Shapes of texts: 9 a digit, A a capital, a another letter. */
  patterns: readonly { shape: string; n: number; example: string }[];
  /** Numbers and days: least, quartiles, greatest, as text. */
  spread: readonly { label: string; value: string }[];
  /** Values far outside the middle half (1.5 times its width beyond it), the farthest first. */
  outliers: { n: number; examples: readonly string[] };
  /** Filled rows by the financial year of the table's date. */
  years: readonly { year: string; present: number; of: number }[];
  /** Of a column of codes. */
  vodim: { list: string; source: string; counts: Readonly<Record<Vodim, number>> } | null;
}
