import { RecordScanner, UnclosedQuote } from './record-scanner.ts';

/** Records that are looked at. */
const ENOUGH = 100;

/** Nanoseconds that a cell costs, and more where its text or its way of writing is met for the first time. */
const [CELL, TEXT, SHAPE] = [11, 15, 260] as const;

/**
 * Divides the fields of the records of a file in two, so that reading either takes about as long.
 * @param sample the first records
 * @param later how much later the second reader begins, in nanoseconds for each byte of the file
 * @returns the share of the second reader, which has the heaviest, and that of the first
 */
export function shareColumns(
  sample: Uint8Array,
  { delimiter, width }: { delimiter: number; width: number },
  later: number,
): [number[], number[]] {
  const { costs, length } = weigh(sample, delimiter, width);
  const [heaviest = 0, ...others] = [...costs.keys()].sort(
    (a, b) => (costs[b] as number) - (costs[a] as number),
  );
  const shares: [number[], number[]] = [[heaviest], []];
  const sums: [number, number] = [later * length + (costs[heaviest] as number), 0];
  for (const field of others) {
    const lighter = sums[1] <= sums[0] ? 1 : 0;
    shares[lighter].push(field);
    sums[lighter] += costs[field] as number;
  }
  for (const share of shares) share.sort((a, b) => a - b);
  return shares;
}

/** What the cells of each column cost on average, and the bytes of a record. */
function weigh(sample: Uint8Array, delimiter: number, width: number) {
  const columns = Array.from({ length: width }, () => new Set<string>());
  const scanner = new RecordScanner(delimiter);
  let [records, used] = [0, 0];
  try {
    while (records < ENOUGH) {
      const next = scanner.next(sample, used, false);
      if (next < 0) break;
      used = next;
      records++;
      if (scanner.fields !== width) continue;
      for (const [field, texts] of columns.entries()) texts.add(scanner.text(field));
    }
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
  }
  const costs = columns.map((texts) => {
    const shapes = new Set([...texts].map((text) => text.replace(/\d+/g, '0')));
    return CELL + (TEXT * texts.size + SHAPE * shapes.size) / Math.max(1, records);
  });
  return { costs, length: used / Math.max(1, records) };
}
