import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Figure } from '../../src/model/figure.ts';
import type { ResultTable } from '../../src/model/result.ts';
import { writeDocx } from '../../src/report/docx.ts';
import { renderReport } from '../../src/report/render.ts';
import {
  makeFigure,
  makePage,
  makeResult,
  makeTable,
  points,
  yearFigure,
} from '../helpers/result.ts';
import { unzip } from '../helpers/unzip.ts';
import { elementsOf } from '../helpers/well-formed.ts';

const HOSTILE = `</w:t><b>&"'\u0000\u000b *not italic*`;

const spanner = makeTable({
  id: 'spanner',
  title: HOSTILE,
  columns: [
    { key: 'g', header: HOSTILE, align: 'left', format: 'text' },
    { key: 'a', header: '*M*', spanner: 'Before', align: 'right', format: 'mean' },
    { key: 'b', header: '*SD*', spanner: 'Before', align: 'right', format: 'mean' },
  ],
  rows: [{ cells: [{ value: HOSTILE }, { value: -3.314 }, { value: 0.9 }] }],
});

const broad: ResultTable = {
  ...makeTable({ id: 'broad' }),
  columns: Array.from({ length: 14 }, (_, i) => ({
    key: `${i}`,
    header: `Heading ${i}`,
    align: 'right',
    format: 'mean',
  })),
  rows: [{ cells: Array.from({ length: 14 }, () => ({ value: null, text: '0.46 [0.21, 0.70]' })) }],
};

const interval: Figure = makeFigure({
  kind: 'interval',
  y: { title: 'Mean', format: 'mean', zero: false },
  series: ['Before', 'After'].map((name) => ({
    name,
    points: [{ label: 'Warmth', value: 2.5, low: 2.25, high: 3 }],
  })),
});

const figures = [
  yearFigure(),
  interval,
  makeFigure({
    kind: 'line',
    title: HOSTILE,
    alt: HOSTILE,
    series: [{ name: HOSTILE, points: points({ [HOSTILE]: 1, b: null }) }],
  }),
];

let files: Map<string, Uint8Array>;
let body: string;

function part(path: string): string {
  return new TextDecoder().decode(files.get(path));
}

beforeAll(async () => {
  const result = makeResult({ tables: [makeTable(), spanner, broad], figures });
  const document = {
    title: 'Harbour: an evaluation',
    subtitle: 'Briefing',
    authors: 'Evaluation team',
    date: '9 January 2026',
    blocks: [
      { type: 'heading', level: 1, text: 'Findings' },
      {
        type: 'text',
        text: 'The mean rose, *t*(75) = 3.68, *d*~av~ = 0.46.\n\nA second paragraph.',
      },
      { type: 'list', items: ['One', 'Two'] },
      { type: 'table', result: 'r1' },
      { type: 'figure', result: 'r1' },
      { type: 'table', result: 'gone' },
      { type: 'table', result: 'r1', table: 'spanner' },
      { type: 'figure', result: 'r1', figure: 1 },
      { type: 'figure', result: 'r1', figure: 2 },
      { type: 'table', result: 'r1', table: 'broad' },
      { type: 'page-break' },
    ] as const,
  };
  files = await unzip(await writeDocx(renderReport(document, [result], makePage())));
  body = part('word/document.xml');
});

describe('writeDocx', () => {
  test('every part is well-formed XML, whatever the labels hold', () => {
    for (const path of files.keys()) {
      if (/\.(xml|rels)$/.test(path)) expect(() => elementsOf(part(path)), path).not.toThrow();
    }
  });

  test('captions are SEQ fields with their numbers, and need no update', () => {
    const fields = [...body.matchAll(/SEQ (Table|Figure)/g)].map((match) => match[1]);
    expect(fields).toEqual(['Table', 'Figure', 'Table', 'Figure', 'Figure', 'Table']);
    expect(body).not.toContain('w:dirty="true"');
    const captions = body.match(/<w:p>(?:(?!<\/w:p>).)*SEQ (?:(?!<\/w:p>).)*<\/w:p>/gs) ?? [];
    const texts = captions.map((xml) =>
      [...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map((m) => m[1]).join(''),
    );
    expect(texts[0]).toBe('Table 1Referrals by ethnic group');
    expect(texts[4]).toMatch(/^Figure 3/);
    for (const caption of captions) {
      expect(caption).toContain('w:val="Caption"');
      expect(caption).toContain('<w:keepNext/>');
    }
  });

  test('tables repeat their header, keep rows whole, and have no upright rule', () => {
    expect(body.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(5);
    const rows = body.match(/<w:tr>/g)?.length ?? 0;
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(rows);
    const upright = [...body.matchAll(/<w:(?:left|right|start|end|insideV) w:val="(\w+)"/g)];
    expect(upright.every((match) => match[1] === 'none' || match[1] === 'nil')).toBe(true);
    expect(body).toContain('<w:gridSpan w:val="2"/>');
  });

  test('numbers are written as in the report, statistics in italics', () => {
    expect(body).toContain('>−3.31<');
    expect(body).toMatch(/<w:i\/>(?:(?!<\/w:r>).)*<w:t[^>]*>SD<\/w:t>/);
    expect(body).toMatch(/<w:vertAlign w:val="subscript"\/>(?:(?!<\/w:r>).)*<w:t[^>]*>av</);
  });

  test('a table too broad for the page gets a wide page', () => {
    expect(body.match(/w:orient="landscape"/g)).toHaveLength(1);
    expect(body.match(/<w:sectPr/g)).toHaveLength(3);
  });

  test('figures are native charts with alt text and their data in a workbook', async () => {
    expect(
      [...files.keys()].filter((path) => /^word\/charts\/chart\d+\.xml$/.test(path)),
    ).toHaveLength(3);
    expect(body).toContain('descr="Bar chart: appointments made by financial year rise from 97');
    const embedded = files.get('word/embeddings/Microsoft_Excel_Worksheet1.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(embedded ?? []).buffer);
    const data = book.worksheets[0];
    expect(data?.getCell('A2').value).toBe('2015/16 from\u00a0June');
    expect([2, 3, 10].map((row) => data?.getCell(row, 2).value)).toEqual([97, 188, 777]);
  });

  test('part years are hatched bars, all others plain', () => {
    const chart = part('word/charts/chart1.xml');
    expect(chart.match(/<a:pattFill prst="wdUpDiag">/g)).toHaveLength(2);
    const points = [...chart.matchAll(/<c:dPt><c:idx val="(\d+)"\/>/g)].map((match) => match[1]);
    expect(points).toEqual(['0', '8']);
    expect(chart).not.toContain('FE02');
  });

  test('intervals are error bars with their own arms, markers are not joined', () => {
    const chart = part('word/charts/chart2.xml');
    expect(chart).toContain('<c:errValType val="cust"/>');
    expect(chart).toMatch(/<c:plus>.*<c:v>0\.5<\/c:v>.*<\/c:plus>/s);
    expect(chart).toMatch(/<c:minus>.*<c:v>0\.25<\/c:v>.*<\/c:minus>/s);
    expect(chart).not.toContain('FE01FE');
  });

  test('notes begin with who it is about', () => {
    expect(body).toContain('>Note.<');
    expect(body).toContain('285 of 399 people: Programme is Parent-infant psychotherapy');
    expect(body).toContain('Percentages are of all 365 referrals.');
  });

  test('the last page says how it was made', () => {
    const made = body.slice(body.indexOf('How this was made'));
    for (const text of [
      'Made with Attune 0.1.0 on 9 January 2026 at 14:02 UTC from the project harbour.attune.',
      makePage().files[0]?.sha256 ?? '',
      '371 rows read: 365 loaded, 4 quarantined, 1 skipped, 1 blank.',
      'Removed 4 of 371 rows that repeat another row.',
      'Table 1, Figure 1',
    ]) {
      expect(made).toContain(text);
    }
  });

  test('title, author, language, page numbers and running head', () => {
    const core = part('docProps/core.xml');
    expect(core).toContain('<dc:title>Harbour: an evaluation</dc:title>');
    expect(core).toContain('<dc:creator>Evaluation team</dc:creator>');
    expect(core).toContain('dcterms:created');
    expect(part('word/styles.xml')).toContain('w:val="en-GB"');
    const footers = [...files.keys()].filter(
      (path) => /footer\d/.test(path) && path.endsWith('.xml'),
    );
    expect(footers.every((path) => part(path).includes('NUMPAGES'))).toBe(true);
    const heads = [...files.keys()].filter((path) => /word\/header\d.xml/.test(path)).map(part);
    expect(heads.some((xml) => xml.includes('Harbour: an evaluation'))).toBe(true);
  });

  test('a report without any block is still a document', async () => {
    const empty = { title: '', subtitle: '', authors: '', date: '', blocks: [] };
    const made = makePage({ files: [], tables: [], results: [] });
    const bytes = await writeDocx(renderReport(empty, [], made));
    expect((await unzip(bytes)).has('word/document.xml')).toBe(true);
  });
});
