import { bookParts, sheetRow } from '../fixtures.ts';
import { zipArchive } from '../zip-archive.ts';
import type { Chance } from './chance.ts';

export type Parts = Record<string, string>;

export const SHEET = 'xl/worksheets/sheet1.xml';
export const STRINGS = 'xl/sharedStrings.xml';

/** The parts of a sound workbook with every form of cell. */
export function soundParts(chance: Chance): Parts {
  const cells = [
    (r: number, i: number) => `<c r="A${r}" t="s"><v>${i % 6}</v></c>`,
    (r: number, i: number) => `<c r="B${r}" s="1"><v>${45_000 + i}</v></c>`,
    (r: number, i: number) => `<c r="C${r}"><v>${i / 4}</v></c>`,
    (r: number, i: number) => `<c r="D${r}" t="inlineStr"><is><t>in ${i % 5}</t></is></c>`,
    (r: number) => `<c r="E${r}" t="str"><f>A${r}</f><v>out &amp; in</v></c>`,
    (r: number, i: number) => `<c r="F${r}" s="2"><v>${i}</v></c>`,
    (r: number, i: number) =>
      i % 5 === 0 ? `<c r="G${r}" t="e"><v>#N/A</v></c>` : `<c r="G${r}" t="b"><v>${i % 2}</v></c>`,
    (r: number) => `<c r="H${r}"><f>SUM(A${r})</f></c>`,
    (r: number, i: number) => `<c r="I${r}" t="d"><v>2024-04-${10 + (i % 20)}</v></c>`,
  ];
  const row = (r: number, i: number) =>
    `<row r="${r}"${i % 7 === 0 ? ' hidden="1"' : ''}>${cells.map((cell) => cell(r, i)).join('')}</row>`;
  const body = Array.from({ length: 12 + chance.below(30) }, (_, i) => row(i + 2, i));
  const parts = bookParts({
    rows:
      sheetRow(1, ['id', 'when', 'n', 'note', 'made', 'code', 'flag', 'sum', 'day']) +
      body.join(''),
    after: '<mergeCells count="1"><mergeCell ref="A3:A5"/></mergeCells>',
    strings:
      '<si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r></si><si><t>three</t><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t xml:space="preserve"> four </t></si><si><t>five</t></si><si><t/></si>',
    formats: ['dd/mm/yyyy', '0000'],
  });
  if (!chance.once(4)) return parts;
  const prefixed = (xml = '') => xml.replaceAll(/<(\/?)(\w)/g, '<$1x:$2');
  return { ...parts, [SHEET]: prefixed(parts[SHEET]), [STRINGS]: prefixed(parts[STRINGS]) };
}

/** A workbook with something wrong in it. */
export interface XlsxMutant {
  bytes: Buffer;
  /** What was done to it, for the report of a failure. */
  done: string;
  /** The sheet and its texts as they were packed: whoever reads the workbook must read these. */
  sheet: Buffer;
  strings: Buffer | undefined;
  /** Whether cells without a style are plain numbers. */
  isPlain: boolean;
  /** Whether the archive and all other parts are as they should be. */
  isSound?: boolean;
}

export function buffers(parts: Parts): Record<string, Buffer> {
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)]));
}

export function mutantOf(packed: Record<string, Buffer>, done: string): XlsxMutant {
  const bytes = zipArchive(Object.entries(packed).map(([name, data]) => ({ name, data })));
  const isPlain = /<cellXfs><xf numFmtId="0"\/>/.test(`${packed['xl/styles.xml']}`);
  return {
    bytes,
    done,
    sheet: packed[SHEET] ?? Buffer.alloc(0),
    strings: packed[STRINGS],
    isPlain,
  };
}
