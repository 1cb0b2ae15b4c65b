import { Refusal } from '../model/refusal.ts';
import type { DateSystem } from './excel-date.ts';
import { attributeReader, readXml } from './read-xml.ts';
import type { SourcePath } from './source-file.ts';
import type { ZipParts } from './zip-file.ts';

export interface WorkbookSheet {
  name: string;
  state: 'visible' | 'hidden' | 'veryHidden';
  part: string;
}

export interface Workbook {
  zip: ZipParts;
  dateSystem: DateSystem;
  sheets: readonly WorkbookSheet[];
  strings: string | undefined;
  styles: string | undefined;
}

interface Relation {
  type: string;
  target: string;
}

/**
 * Finds the parts of an .xlsx workbook through its relationships (transitional or strict).
 * @throws Refusal `not-a-workbook`, `binary-workbook`, `open-document`, `no-sheets`, and those of the zip
 */
export async function readWorkbook(source: SourcePath, zip: ZipParts): Promise<Workbook> {
  refuseOtherArchives(source, zip);
  const roots = zip.has('_rels/.rels') ? await relations(source, zip, '') : new Map();
  const main = [...roots.values()].find(({ type }) => type === 'officeDocument')?.target;
  const part = main ?? 'xl/workbook.xml';
  if (/\.bin$/i.test(part)) throw binaryWorkbook(source);
  if (!zip.has(part)) throw notAWorkbook(source);
  const related = await relations(source, zip, part);
  const sheets: WorkbookSheet[] = [];
  let dateSystem: DateSystem = 1900;
  let isWorkbook = false;
  const reader = attributeReader(
    [
      'workbook',
      () => {
        isWorkbook = true;
      },
    ],
    [
      'workbookPr',
      (xml) => {
        if (/^(1|true|on)$/.test(xml.attribute('date1904') ?? '')) dateSystem = 1904;
      },
    ],
    [
      'sheet',
      (xml) => {
        const relation = related.get(xml.attribute('id') ?? '');
        const state = xml.attribute('state');
        if (relation?.type !== 'worksheet') return;
        sheets.push({
          name: xml.attribute('name') ?? `Sheet${sheets.length + 1}`,
          state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
          part: relation.target,
        });
      },
    ],
  );
  await readXml(source, zip, part, reader);
  if (!isWorkbook) throw notAWorkbook(source);
  if (sheets.length === 0) {
    throw new Refusal('no-sheets', 'The workbook has no worksheet, only charts or macros.', {
      where: { file: source.name },
    });
  }
  const partOf = (type: string) =>
    [...related.values()].find((relation) => relation.type === type)?.target;
  return {
    zip,
    dateSystem,
    sheets,
    strings: partOf('sharedStrings'),
    styles: partOf('styles'),
  };
}

async function relations(
  source: SourcePath,
  zip: ZipParts,
  part: string,
): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  const found = new Map<string, Relation>();
  if (!zip.has(name)) return found;
  const reader = attributeReader([
    'Relationship',
    (xml) => {
      const id = xml.attribute('Id');
      const type = xml.attribute('Type')?.split('/').at(-1);
      const target = xml.attribute('Target');
      if (id === undefined || type === undefined || target === undefined) return;
      if (xml.attribute('TargetMode') === 'External') return;
      found.set(id, { type, target: resolved(folder, target) });
    },
  ]);
  await readXml(source, zip, name, reader);
  return found;
}

function resolved(folder: string, target: string): string {
  const whole = target.startsWith('/') ? target.slice(1) : folder + target;
  const steps: string[] = [];
  for (const step of whole.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function refuseOtherArchives(source: SourcePath, zip: ZipParts): void {
  if (zip.has('xl/workbook.bin')) throw binaryWorkbook(source);
  if (zip.has('content.xml') && (zip.has('mimetype') || zip.has('META-INF/manifest.xml'))) {
    throw new Refusal('open-document', 'This is an OpenDocument file (.ods).', {
      hint: 'Open it in LibreOffice or Excel, save it as .xlsx and import that.',
      where: { file: source.name },
    });
  }
}

function binaryWorkbook(source: SourcePath): Refusal {
  return new Refusal('binary-workbook', 'This is a binary Excel workbook (.xlsb).', {
    hint: 'Open it in Excel, save it as .xlsx and import that.',
    where: { file: source.name },
  });
}

function notAWorkbook(source: SourcePath): Refusal {
  return new Refusal('not-a-workbook', 'This is a zip archive, but not an Excel workbook.', {
    hint: 'Unpack it and import the files inside it.',
    where: { file: source.name },
  });
}
