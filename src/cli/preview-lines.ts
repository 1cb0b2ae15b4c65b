import type { FilePreview, PreviewRow } from '../model/importing.ts';
import { KIND } from '../model/variable.ts';

/** Longer titles and cells of the top are cut here, so that a line stays a line. */
const LONGEST = 60;

/** How a file would be read, and why, in lines for a person: dialect, rows passed over, every column. */
export function previewLines({ file, decisions, columns, rows }: FilePreview): string[] {
  const { dialect, header } = decisions;
  return [
    dialect.kind === 'csv'
      ? `${file.encodingEvidence}; ${file.delimiterEvidence}; line ends ${file.lineEnd}`
      : `sheet “${dialect.sheet}”, of ${file.sheets.map(sheetWords).join(', ')}; dates count from ${file.dateSystem}`,
    headerWords(header),
    ...skipped(rows),
    ...columns.flatMap((column, i) => {
      const decision = decisions.columns[i];
      if (!decision) return [];
      const { name, kind, keep } = decision;
      const codes = column.suggestedMissing.map(
        ({ code, n, why }) => `${code} (${n === 1 ? 'once' : `${n} times`}: ${why})`,
      );
      return [
        `${name}: ${keep ? KIND[kind].label.toLowerCase() : 'left out'}. ${column.evidence}`,
        ...(codes.length > 0 ? [`  may stand for no answer: ${codes.join(', ')}`] : []),
      ];
    }),
  ];
}

function sheetWords({ name, rows, columns, state }: FilePreview['file']['sheets'][number]): string {
  return `${name} (${rows} × ${columns}${state === 'visible' ? '' : ', hidden'})`;
}

function headerWords({ row, rows }: FilePreview['decisions']['header']): string {
  if (row === 0) return 'no header';
  return rows > 1 ? `header in rows ${row} to ${row + rows - 1}` : `header in row ${row}`;
}

function skipped(rows: readonly PreviewRow[]): string[] {
  return rows
    .filter(({ role }) => role === 'title' || role === 'footer')
    .map(({ row, cells }) => {
      const text = cells.flatMap(({ raw }) => raw.trim() || []).join(' | ');
      return `row ${row} skipped: ${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}`;
    });
}
