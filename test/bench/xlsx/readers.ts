import { loadFile } from '../../../src/import/load-file.ts';
import { UNWATCHED } from '../../../src/model/project.ts';

/** What one reading took. */
export interface Reading {
  /** By the clock. */
  seconds: number;
  /** Seconds that the process kept processors busy. */
  busy: number;
  /** The most memory the process held, in MB. */
  peak: number;
}

const READERS: Record<string, (path: string) => Promise<unknown>> = {
  attune: (path) => loadFile({ file: path }, UNWATCHED),
  exceljs: async (path) => {
    const { default: ExcelJS } = await import('exceljs');
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
      worksheets: 'emit',
      sharedStrings: 'cache',
      styles: 'cache',
      hyperlinks: 'ignore',
    });
    let cells = 0;
    for await (const sheet of reader) for await (const row of sheet) cells += row.cellCount;
    return cells;
  },
};

async function readOnce(name: string, path: string): Promise<Reading> {
  const read = READERS[name];
  if (!read) throw new Error(`no reader called ${name}`);
  if (name === 'exceljs') await import('exceljs');
  const start = performance.now();
  const before = process.cpuUsage();
  await read(path);
  const { user, system } = process.cpuUsage(before);
  return {
    seconds: (performance.now() - start) / 1000,
    busy: (user + system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
  };
}

const [name = '', path = ''] = process.argv.slice(2);
void readOnce(name, path).then((reading) => console.log(JSON.stringify(reading)));
