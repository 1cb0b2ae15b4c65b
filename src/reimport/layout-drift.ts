import type { DriftFinding } from '../model/drift.ts';
import type { ImportDecisions, Quoting } from '../model/importing.ts';

type Layout = Pick<ImportDecisions, 'dialect' | 'header' | 'footer'>;

/** What differs in how the file is written: kind of file, encoding, delimiter, sheet, header, footer. */
export function layoutDrift(saved: Layout, now: Layout): DriftFinding[] {
  return [
    ...dialectDrift(saved.dialect, now.dialect),
    ...headerDrift(saved.header, now.header),
    ...footerDrift(saved.footer, now.footer),
  ];
}

function dialectDrift(
  saved: ImportDecisions['dialect'],
  now: ImportDecisions['dialect'],
): DriftFinding[] {
  if (saved.kind === 'csv' && now.kind === 'csv') {
    const findings: DriftFinding[] = [];
    if (saved.encoding !== now.encoding) {
      findings.push({
        what: 'encoding',
        saved: saved.encoding,
        now: now.encoding,
        sentence: `The encoding was ${saved.encoding}; this file is ${now.encoding}.`,
      });
    }
    if (saved.delimiter !== now.delimiter) {
      findings.push({
        what: 'delimiter',
        saved: saved.delimiter,
        now: now.delimiter,
        sentence: `The delimiter was ${DELIMITER[saved.delimiter]}; in this file it is ${DELIMITER[now.delimiter]}.`,
      });
    }
    const [was, is] = [quotingWords(saved.quoting), quotingWords(now.quoting)];
    if (was !== is) {
      const sentence = `Cells stood in ${was}; in this file they stand in ${is}.`;
      findings.push({ what: 'quoting', saved: was, now: is, sentence });
    }
    return findings;
  }
  if (saved.kind === 'xlsx' && now.kind === 'xlsx') {
    if (saved.sheet === now.sheet) return [];
    const sentence = `There is no sheet “${saved.sheet}”; “${now.sheet}” would be read instead.`;
    return [{ what: 'sheet', saved: saved.sheet, now: now.sheet, sentence }];
  }
  return [
    {
      what: 'kind-of-file',
      saved: saved.kind,
      now: now.kind,
      sentence: `The saved decisions are for ${FILE[saved.kind]}; this is ${FILE[now.kind]}.`,
    },
  ];
}

const DELIMITER = { ',': 'a comma', ';': 'a semicolon', '\t': 'a tab', '|': 'a vertical bar' };
function quotingWords(quoting: Quoting | undefined): string {
  const marks = quoting?.quote === "'" ? 'apostrophes' : 'quotation marks';
  const inside = quoting?.escape === 'backslash' ? 'escaped with a backslash' : 'doubled';
  return `${marks} (${inside} inside a cell)`;
}

const FILE = { csv: 'a text file', xlsx: 'an Excel workbook' };

function headerDrift(saved: Layout['header'], now: Layout['header']): DriftFinding[] {
  if (saved.row === now.row && (saved.rows === now.rows || saved.row === 0)) return [];
  const sentence = `The header was ${headerWords(saved)}; here it is ${headerWords(now)}.`;
  return [{ what: 'header', saved: headerWords(saved), now: headerWords(now), sentence }];
}

function headerWords({ row, rows }: Layout['header']): string {
  if (row === 0) return 'not there';
  return rows > 1 ? `rows ${row} to ${row + rows - 1}` : `row ${row}`;
}

function footerDrift(saved: number, now: number): DriftFinding[] {
  if (saved === now) return [];
  const words = (n: number) => (n === 0 ? 'no row' : n === 1 ? '1 row' : `${n} rows`);
  const sentence = `The table used to end with ${words(saved)} of totals or notes; this file seems to have ${words(now)} of them.`;
  return [{ what: 'footer', saved: String(saved), now: String(now), sentence }];
}
