import { RecordScanner, UnclosedQuote } from './record-scanner.ts';

/** Records that are looked at. */
const ENOUGH = 250;

/** What a column costs for each cell, for each text met for the first time, and for each way of writing. */
const [CELL, TEXT, SHAPE] = [0.15, 0.6, 7] as const;

/** Divides the fields of records in two, so that reading either takes about as long. */
export function shareColumns(
  sample: Uint8Array,
  { delimiter, width }: { delimiter: number; width: number },
): [number[], number[]] {
  const weighed = [...weigh(sample, delimiter, width).entries()];
  const shares: [number[], number[]] = [[], []];
  const sums = [0, 0] as [number, number];
  for (const [field, weight] of weighed.sort(([, a], [, b]) => b - a)) {
    const [one, other] = sums;
    const isEven = other === one && shares[1].length < shares[0].length;
    const lighter = other < one || isEven ? 1 : 0;
    shares[lighter].push(field);
    sums[lighter] += weight;
  }
  for (const share of shares) share.sort((a, b) => a - b);
  return shares;
}

function weigh(sample: Uint8Array, delimiter: number, width: number): number[] {
  const columns = Array.from({ length: width }, () => new Set<string>());
  const scanner = new RecordScanner(delimiter);
  let records = 0;
  try {
    for (let at = 0; records < ENOUGH; records++) {
      at = scanner.next(sample, at, false);
      if (at < 0) break;
      if (scanner.fields !== width) continue;
      for (const [field, texts] of columns.entries()) texts.add(scanner.text(field));
    }
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
  }
  return columns.map((texts) => {
    const shapes = new Set([...texts].map((text) => text.replace(/\d+/g, '0')));
    return CELL * records + TEXT * texts.size + SHAPE * shapes.size;
  });
}
