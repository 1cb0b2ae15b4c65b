import type { Progress } from '../src/contract/client.ts';
import { count, size } from './words.ts';

/** How far an import is, in what is being counted: "Reading a.csv: 24 of 56 MB", "Writing rows: 400 of 1,000". */
export function progressWords({ done, total, label }: Progress): string {
  if (total <= 0) return label;
  if (/rows$/i.test(label)) return `${label}: ${count(done)} of ${count(total)}`;
  if (/(columns|values)/i.test(label)) return `${label}: column ${count(done)} of ${count(total)}`;
  return `${label}: ${size(done)} of ${size(total)}`;
}
