import { builtInMeaning, meaningOfFormat, type NumberMeaning } from './number-format.ts';
import { readXml } from './read-xml.ts';
import type { SourcePath } from './source-file.ts';
import type { Workbook } from './workbook.ts';
import type { XmlScanner } from './xml-scanner.ts';

/** What each cell style says about numbers, by the style's index. */
export async function readStyles(
  source: SourcePath,
  workbook: Workbook,
): Promise<readonly NumberMeaning[]> {
  const { styles, zip } = workbook;
  if (styles === undefined || !zip.has(styles)) return [];
  const custom = new Map<number, NumberMeaning>();
  const formats: number[] = [];
  const tags = ['numFmt', 'cellXfs', 'xf'];
  let inCells = false;
  await readXml(source, zip, styles, {
    tags,
    open(tag: number, xml: XmlScanner) {
      if (tag === 0) {
        custom.set(
          xml.attributeNumber('numFmtId'),
          meaningOfFormat(xml.attribute('formatCode') ?? ''),
        );
      } else if (tag === 1) {
        inCells = true;
      } else if (tag === 2 && inCells) {
        formats.push(Math.max(0, xml.attributeNumber('numFmtId')));
      }
    },
    close(tag: number) {
      if (tag === 1) inCells = false;
    },
    text() {},
  });
  return formats.map((id) => custom.get(id) ?? builtInMeaning(id));
}
