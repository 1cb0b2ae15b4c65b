import { readImports } from '../../../src/store/imports.ts';
import { createProjectFile } from '../../../src/store/project-file.ts';
import { readPage } from '../../../src/store/read-page.ts';
import { tableNamed } from '../../../src/store/tables.ts';
import { createContext } from '../../../src/workbench/context.ts';
import { importFile } from '../../../src/workbench/import-file.ts';
import { type Timing, timingSince } from './timing.ts';

/**
 * Imports a file into a new project, as the window does. `usable` is when the file is hashed, all of its
 * rows are read and typed, receipt and columns are written, and the first page of rows has been read back.
 */
async function importOnce(file: string, path: string): Promise<Timing> {
  const project = createProjectFile(path, 'bench');
  const context = createContext(project);
  const start = performance.now();
  let usable = Number.NaN;
  await importFile(
    context,
    { file, table: 'appointments' },
    {
      progress: (done, _total, label) => {
        if (label !== 'Writing rows' || done > 0) return;
        const page = readPage(project.db, tableNamed(project.db, 'appointments'), 0, 100);
        const [record] = readImports(project.db);
        if (page?.rows !== 100 || !record) throw new Error('the table cannot be read yet');
        usable = timingSince(start).seconds;
      },
      checkpoint: async () => {},
    },
  );
  return { ...timingSince(start), usable };
}

const [file = '', path = ''] = process.argv.slice(2);
void importOnce(file, path).then((timing) => console.log(JSON.stringify(timing)));
