import { type FileChild, HeadingLevel, Paragraph } from 'docx';
import type { MadePage, RenderedReport } from '../../model/report.ts';
import type { ResultTable } from '../../model/result.ts';
import { escapeRich } from '../../model/rich.ts';
import {
  fileName,
  MADE_TITLE,
  madeSentence,
  shortHash,
  tableWords,
  usedIn,
} from '../made-words.ts';
import { apaTable } from './apa-table.ts';
import { fitColumns, type TableFit } from './column-widths.ts';
import { BULLETS, INK, TEXT_WIDTH } from './page.ts';
import { plainRun, richRuns } from './rich-runs.ts';

/** The last page: files with their hashes, how the tables were made, and what every result rests on. */
export function madePage(report: RenderedReport): FileChild[] {
  const { made } = report;
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: true,
      children: [plainRun(MADE_TITLE)],
    }),
    new Paragraph({ style: 'BodyText', children: [plainRun(madeSentence(made))] }),
    ...(made.files.length > 0 ? filesPart(made) : []),
    ...(made.tables.length > 0 ? tablesPart(made) : []),
    ...(made.results.length > 0 ? resultsPart(report) : []),
  ];
}

function filesPart({ files }: MadePage): FileChild[] {
  const rows = files.map((file) => ({
    cells: [
      { value: fileName(file) },
      { value: file.table },
      { value: file.receipt },
      { value: shortHash(file.sha256) },
    ],
  }));
  const hashes = files.map(
    (file) =>
      new Paragraph({
        style: 'Hash',
        children: [plainRun(`${file.sha256}  ${fileName(file)}`)],
      }),
  );
  return [
    subheading('Files read'),
    ...compactTable('files', ['File', 'Table', 'Rows', 'SHA-256'], rows),
    new Paragraph({
      style: 'Small',
      spacing: { before: 120 },
      keepNext: true,
      children: [plainRun('SHA-256 in full: the same hash means the same file, byte for byte.')],
    }),
    ...hashes,
  ];
}

function tablesPart({ tables }: MadePage): FileChild[] {
  return [
    subheading('Tables made'),
    ...tables.flatMap((table) => [
      new Paragraph({
        style: 'Small',
        keepNext: table.how.length > 0,
        spacing: { before: 100 },
        children: [plainRun(tableWords(table), { bold: true })],
      }),
      ...table.how.map(
        (sentence) =>
          new Paragraph({
            style: 'Small',
            numbering: { reference: BULLETS, level: 0 },
            children: [plainRun(sentence)],
          }),
      ),
    ]),
  ];
}

function resultsPart(report: RenderedReport): FileChild[] {
  return [
    subheading('Results'),
    ...report.made.results.flatMap((result) => {
      const places = usedIn(report, result.id);
      const facts = [
        ['Method', result.method],
        ['Cohort', result.cohort],
        ['n', result.n],
        ['Missing', result.missing],
        ['Options', result.options],
        ['Out of date', result.changed],
      ].filter(([, value]) => value !== '');
      const text = facts
        .map(
          ([name, value]) => `${name === 'n' ? '*n*' : `**${name}**`} ${escapeRich(ended(value))}`,
        )
        .join(' ');
      return [
        new Paragraph({
          style: 'Small',
          keepNext: true,
          spacing: { before: 140, after: 20 },
          children: [
            plainRun(result.title, { bold: true, color: INK.accent }),
            plainRun(`  ${[result.id, places].filter(Boolean).join(' · ')}`, { color: INK.text2 }),
          ],
        }),
        new Paragraph({ style: 'Small', keepLines: true, children: richRuns(text) }),
      ];
    }),
  ];
}

function ended(text: string | undefined): string {
  return text === undefined || /[.!?]$/.test(text) ? (text ?? '') : `${text}.`;
}

function subheading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, children: [plainRun(text)] });
}

function compactTable(id: string, headers: string[], rows: ResultTable['rows']): FileChild[] {
  const columns = headers.map((header, i) => ({
    key: `${i}`,
    header,
    align: 'left' as const,
    format: 'text' as const,
  }));
  const table: ResultTable = { id, title: '', columns, rows, notes: [] };
  const even = columns.map(() => Math.floor(TEXT_WIDTH / columns.length));
  const fit: TableFit = fitColumns(table, TEXT_WIDTH) ?? { size: 16, stacking: 2, widths: even };
  return [apaTable(table, { ...fit, size: Math.min(fit.size, 18) })];
}
