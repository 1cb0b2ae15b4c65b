import { formatNumber } from '../model/format.ts';
import type { CsvDialect, Quoting } from '../model/importing.ts';
import { RecordScanner, UnclosedQuote } from './record-scanner.ts';
import { standardQuotes } from './standard-quotes.ts';

type Delimiter = CsvDialect['delimiter'];

/** Records that are looked at. */
const ENOUGH = 2_000;

/** In order of preference when the file cannot tell them apart: a comma also stands inside numbers. */
const CANDIDATES: readonly Delimiter[] = [';', '\t', '|', ','];

export const DELIMITER_NAME: Record<Delimiter, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
};

export interface DelimiterFound {
  delimiter: Delimiter;
  /** Fields of a regular row. */
  width: number;
}

/**
 * The delimiter that splits most records of the sample into the same number of fields, quotes heeded.
 * `sample` is the beginning of the file as UTF-8; `whole` says that it is all of it.
 */
export function detectDelimiter(
  sample: Uint8Array,
  whole: boolean,
  wanted?: Delimiter,
  quoting?: Quoting,
): DelimiterFound {
  const fieldsBy = (delimiter: Delimiter) => {
    const standard = quoting
      ? Buffer.concat([...standardQuotes([sample], delimiter.charCodeAt(0), quoting)])
      : sample;
    return countFields(standard, whole, delimiter);
  };
  if (wanted) return { delimiter: wanted, width: fieldsBy(wanted).width };
  let best: (DelimiterFound & { share: number }) | undefined;
  for (const delimiter of CANDIDATES) {
    if (!sample.includes(delimiter.charCodeAt(0))) continue;
    const { width, share } = fieldsBy(delimiter);
    if (width < 2) continue;
    if (!best || share > best.share + 1e-9) best = { delimiter, width, share };
  }
  if (best && best.share > 0.5) return { delimiter: best.delimiter, width: best.width };
  const absent = [',', ';', '\t', '|'].find((d) => !sample.includes(d.charCodeAt(0)));
  return { delimiter: (absent as Delimiter | undefined) ?? '|', width: 1 };
}

/** "semicolon: 12 fields on all 371 lines" */
export function delimiterEvidence(found: DelimiterFound, regular: number, all: number): string {
  const lines =
    regular === all
      ? `all ${formatNumber(all, 'count')} lines`
      : `${formatNumber(regular, 'count')} of ${formatNumber(all, 'count')} lines`;
  if (found.width === 1) return `one column: no delimiter divides the lines alike`;
  return `${DELIMITER_NAME[found.delimiter]}: ${found.width} fields on ${lines}`;
}

function countFields(sample: Uint8Array, whole: boolean, delimiter: Delimiter) {
  const counts = new Map<number, number>();
  let records = 0;
  const scanner = new RecordScanner(delimiter.charCodeAt(0));
  try {
    for (let at = 0; at < sample.length && records < ENOUGH; ) {
      at = scanner.next(sample, at, whole);
      if (at < 0) break;
      if (scanner.blank() && scanner.fields === 1) continue;
      records++;
      if (scanner.brokenField > 0) continue;
      counts.set(scanner.fields, (counts.get(scanner.fields) ?? 0) + 1);
    }
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
  }
  let width = 1;
  let most = 0;
  for (const [fields, n] of counts) {
    if (fields > 1 && n > most) {
      width = fields;
      most = n;
    }
  }
  return { width, share: records === 0 ? 0 : most / records };
}
