import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Delivered } from '../src/contract/client.ts';
import { type Artifact, aboutName } from '../src/model/project.ts';
import { Refusal } from '../src/model/refusal.ts';

/** Paths enter Attune here and nowhere else. */
export async function askForFiles(window: BrowserWindow): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose files',
    properties: ['openFile', 'multiSelections'],
    filters: [
      {
        name: 'Extracts and projects',
        extensions: ['xlsx', 'xls', 'csv', 'tsv', 'txt', 'json', 'attune'],
      },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  return filePaths;
}

/**
 * Asks where an export should go and writes it there; `saved` is false when the dialog was closed.
 * @throws Refusal `not-saved`
 */
export async function saveArtifact(window: BrowserWindow, artifact: Artifact): Promise<Delivered> {
  const { name, bytes, about } = artifact;
  const delivered = { name, bytes: bytes.byteLength, token: null, saved: false };
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save the export',
    defaultPath: join(app.getPath('documents'), name),
  });
  if (canceled || !filePath) return delivered;
  try {
    writeFileSync(filePath, bytes);
    if (about !== undefined) writeFileSync(aboutName(filePath), about);
  } catch (error) {
    throw new Refusal('not-saved', 'The file could not be written.', {
      hint: 'Close it where it is open, or choose another place.',
      where: { file: name },
      cause: error,
    });
  }
  return { ...delivered, saved: true };
}
