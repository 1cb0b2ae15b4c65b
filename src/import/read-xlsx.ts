import type { SheetInfo, XlsxDialect } from '../model/importing.ts';
import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import type { DateSystem } from './excel-date.ts';
import type { NumberMeaning } from './number-format.ts';
import type { RawTable } from './raw-table.ts';
import { readSharedStrings, type SharedStrings } from './shared-strings.ts';
import { SheetCells } from './sheet-cells.ts';
import { SheetNumbers } from './sheet-numbers.ts';
import { SheetReader } from './sheet-reader.ts';
import { measureSheet } from './sheet-size.ts';
import type { SourcePath } from './source-file.ts';
import { readWorkbook, type Workbook, type WorkbookSheet } from './workbook.ts';
import { readStyles } from './workbook-styles.ts';
import { XmlScanner } from './xml-scanner.ts';
import { openZip } from './zip-file.ts';

export interface XlsxFile {
  dialect: XlsxDialect;
  sheets: readonly SheetInfo[];
  dateSystem: DateSystem;
  table: RawTable;
}

/**
 * Reads one sheet of an .xlsx workbook: the wanted one, else the first visible one with a table on it.
 * @throws Refusal `no-such-sheet`, `empty-sheet`, `not-a-workbook`, `damaged-zip` and their kin
 */
export async function readXlsx(
  source: SourcePath,
  wanted: string | undefined,
  task: Task,
): Promise<XlsxFile> {
  const zip = await openZip(source, task);
  try {
    const workbook = await readWorkbook(source, zip);
    const chosen = await chooseSheet(source, workbook, wanted);
    const parts = {
      strings: await readSharedStrings(source, workbook),
      meanings: await readStyles(source, workbook),
    };
    const table = await readSheet(source, workbook, chosen, parts, task);
    const sheets: SheetInfo[] = [];
    for (const sheet of workbook.sheets) {
      const size =
        sheet === chosen
          ? { rows: table.numbers.at(-1) ?? 0, columns: table.columns.length }
          : await measureSheet(source, workbook, sheet, false);
      sheets.push({ name: sheet.name, state: sheet.state, ...size });
    }
    return {
      dialect: { kind: 'xlsx', sheet: chosen.name },
      sheets,
      dateSystem: workbook.dateSystem,
      table,
    };
  } finally {
    zip.close();
  }
}

async function readSheet(
  source: SourcePath,
  workbook: Workbook,
  sheet: WorkbookSheet,
  parts: { strings: SharedStrings; meanings: readonly NumberMeaning[] },
  task: Task,
): Promise<RawTable> {
  const where = { file: source.name, sheet: sheet.name };
  const numbers = new SheetNumbers(parts.meanings, workbook.dateSystem);
  const cells = new SheetCells(where, parts.strings, numbers);
  const reader = new SheetReader(cells, where);
  const scanner = new XmlScanner(reader, sheet.part, source.name);
  const total = workbook.zip.size(sheet.part);
  const label = `Reading ${source.name}, sheet ${sheet.name}`;
  let done = 0;
  for await (const block of workbook.zip.read(sheet.part)) {
    scanner.write(block);
    done += block.length;
    task.progress(done, total, label);
  }
  scanner.finish();
  if (cells.rows === 0) {
    throw new Refusal('empty-sheet', 'The sheet is empty: it has no filled cell.', {
      hint: 'Choose another sheet, or ask for the extract again.',
      where,
    });
  }
  return cells.finish(reader.merges, reader.hiddenColumns);
}

async function chooseSheet(
  source: SourcePath,
  workbook: Workbook,
  wanted: string | undefined,
): Promise<WorkbookSheet> {
  if (wanted !== undefined) {
    const sheet = workbook.sheets.find(({ name }) => name === wanted);
    if (sheet) return sheet;
    throw new Refusal('no-such-sheet', `The workbook has no sheet called “${wanted}”.`, {
      hint: `It has: ${workbook.sheets.map(({ name }) => name).join(', ')}.`,
      where: { file: source.name, sheet: wanted },
    });
  }
  const visible = workbook.sheets.filter(({ state }) => state === 'visible');
  if (visible.length === 1) return visible[0] as WorkbookSheet;
  let filled: WorkbookSheet | undefined;
  for (const sheet of visible) {
    const { rows, columns } = await measureSheet(source, workbook, sheet, true);
    if (rows > 1 && columns > 1) return sheet;
    if (rows > 0) filled ??= sheet;
  }
  const chosen = filled ?? visible[0] ?? workbook.sheets[0];
  if (chosen) return chosen;
  throw new Error('a workbook without sheets is refused before');
}
