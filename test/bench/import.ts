/**
 * Times Attune's reading of CSV and XLSX against exceljs, side by side in one run.
 * Usage: node test/bench/import.ts [rows] [csv|xlsx]. Each reader runs in a process of its own.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadFile } from '../../src/import/load-file.ts';
import { UNWATCHED } from '../../src/model/project.ts';

const WARDS = ['Coldharbour', 'Tulse Hill', 'Vassall', 'Stockwell'];
const HEADER = 'id,person,received,seen,status,mode,score,rate,minutes,ward,note,nhs,first,decile';

function rowOf(i: number): (string | number)[] {
  const month = String((i % 12) + 1).padStart(2, '0');
  const day = String((i % 28) + 1).padStart(2, '0');
  return [
    i + 1,
    `HB-${String((i * 7919) % 40_000).padStart(6, '0')}`,
    `${2015 + (i % 9)}-${month}-${day}`,
    `${day}/${month}/${2015 + (i % 9)}`,
    ['Attended', 'Did not attend', 'Cancelled'][i % 3] ?? '',
    ['Face to face', 'Video', 'Telephone'][i % 3] ?? '',
    i % 11 === 0 ? '' : i % 8,
    (i % 1000) / 8,
    (i * 37) % 120,
    WARDS[i % 4] ?? '',
    i % 20 === 0 ? `Spoke to the family, again (${i})` : '',
    `99900${String(i % 100_000).padStart(5, '0')}`,
    i % 2 === 0 ? 'Yes' : 'No',
    (i % 10) + 1,
  ];
}

async function writeCsv(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path);
  out.write(`${HEADER}\n`);
  for (let i = 0; i < rows; i++) {
    const line = rowOf(i).map((cell) => (String(cell).includes(',') ? `"${cell}"` : cell));
    if (!out.write(`${line.join(',')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

async function writeXlsx(path: string, rows: number): Promise<void> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path,
    useSharedStrings: true,
    useStyles: true,
  });
  const sheet = book.addWorksheet('data');
  sheet.addRow(HEADER.split(',')).commit();
  for (let i = 0; i < rows; i++) {
    const cells: (string | number | Date | null)[] = rowOf(i).map((cell) =>
      cell === '' ? null : cell,
    );
    cells[2] = new Date(`${cells[2]}T00:00:00Z`);
    const row = sheet.addRow(cells);
    row.getCell(3).numFmt = 'dd/mm/yyyy';
    row.commit();
  }
  sheet.commit();
  await book.commit();
}

const READERS: Record<string, (path: string) => Promise<number>> = {
  attune: async (path) => (await loadFile({ file: path }, UNWATCHED)).receipt.cells.total,
  exceljs: async (path) => {
    const { default: ExcelJS } = await import('exceljs');
    let cells = 0;
    if (path.endsWith('.csv')) {
      const sheet = await new ExcelJS.Workbook().csv.readFile(path);
      sheet.eachRow((row) => {
        cells += row.cellCount;
      });
      return cells;
    }
    const options = {
      worksheets: 'emit',
      sharedStrings: 'cache',
      styles: 'cache',
      hyperlinks: 'ignore',
    } as const;
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, options);
    for await (const sheet of reader) for await (const row of sheet) cells += row.cellCount;
    return cells;
  },
};

async function readOnce(reader: string, path: string): Promise<void> {
  const read = READERS[reader];
  if (!read) throw new Error(`no reader called ${reader}`);
  if (reader === 'exceljs') await import('exceljs');
  const start = performance.now();
  const cells = await read(path);
  const seconds = (performance.now() - start) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ seconds, megabytes, cells }));
}

async function run(rows: number, only?: string): Promise<void> {
  const folder = join(tmpdir(), 'attune-bench-import');
  mkdirSync(folder, { recursive: true });
  const files = [join(folder, `${rows}.csv`), join(folder, `${rows}.xlsx`)];
  if (!existsSync(files[0] ?? '')) await writeCsv(files[0] ?? '', rows);
  if (!existsSync(files[1] ?? '')) await writeXlsx(files[1] ?? '', rows);
  for (const file of files.filter((name) => only === undefined || name.endsWith(only))) {
    // exceljs takes two minutes for a CSV of 100,000 rows: once is enough.
    const times = file.endsWith('.csv') ? [1] : [1, 2, 3];
    const medians: Record<string, { seconds: number; megabytes: number }> = {};
    for (const reader of Object.keys(READERS)) {
      const runs = times.map(() => {
        const self = fileURLToPath(import.meta.url);
        const out = execFileSync(process.execPath, [self, 'read', reader, file], {
          encoding: 'utf8',
        });
        return JSON.parse(out) as { seconds: number; megabytes: number };
      });
      runs.sort((a, b) => a.seconds - b.seconds);
      const median = runs[runs.length >> 1];
      if (median) medians[reader] = median;
    }
    const { attune, exceljs } = medians;
    if (!attune || !exceljs) throw new Error('a reader did not run');
    const size = (statSync(file).size / 1e6).toFixed(1);
    console.log(`${rows} rows, ${file.split('.').at(-1)}, ${size} MB`);
    console.log(`  Attune   ${attune.seconds.toFixed(2)} s  ${attune.megabytes.toFixed(0)} MB`);
    console.log(`  exceljs  ${exceljs.seconds.toFixed(2)} s  ${exceljs.megabytes.toFixed(0)} MB`);
    console.log(`  ${(exceljs.seconds / attune.seconds).toFixed(1)} times as fast`);
  }
}

const [first, reader, file] = process.argv.slice(2);
if (first === 'read' && reader && file) await readOnce(reader, file);
else await run(Number(first ?? 100_000), reader);
