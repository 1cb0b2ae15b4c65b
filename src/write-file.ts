import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file whole or not at all: a stopped program never leaves half a report under its name. */
export function writeFileWhole(path: string, content: string | Uint8Array): void {
  const part = `${path}.part`;
  writeFileSync(part, content);
  renameSync(part, path);
}
