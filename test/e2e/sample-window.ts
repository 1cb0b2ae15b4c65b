import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { type AttuneWindow, openWindow } from './attune-window.ts';
import { sampleProject } from './sample-project.ts';

/** The window on the sample's project, and SQLite on a copy of it to say what is right. */
export interface SampleWindow {
  attune: AttuneWindow;
  db: Database.Database;
  /** For files of the test; gone in the end. */
  folder: string;
  /** Ends both. Nothing may have gone wrong in the page. */
  close(): Promise<void>;
}

export async function openSampleWindow(timeout = 15_000): Promise<SampleWindow> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-e2e-window-'));
  const [project, copy] = [join(folder, 'sample.attune'), join(folder, 'copy.attune')];
  const sample = await sampleProject();
  copyFileSync(sample.project, project);
  copyFileSync(sample.project, copy);
  sample.remove();
  const db = new Database(copy);
  const attune = await openWindow({ project });
  attune.page.setDefaultTimeout(timeout);
  await attune.page.getByRole('heading', { name: 'Data' }).waitFor();
  return {
    attune,
    db,
    folder,
    async close() {
      expect(attune.complaints).toEqual([]);
      await attune.close();
      db.close();
      rmSync(folder, { recursive: true });
    },
  };
}
