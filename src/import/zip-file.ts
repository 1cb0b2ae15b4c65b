import { type Entry, open, type ZipFile } from 'yauzl';
import { formatNumber } from '../model/format.ts';
import type { Task } from '../model/project.ts';
import { ZIP_LIMITS } from './limits.ts';
import type { SourcePath } from './source-file.ts';
import { readPart } from './zip-part.ts';
import { damagedZip, hostileZip } from './zip-refusals.ts';

/**
 * The parts of a zip archive by name, in any case. `read` inflates one part, within the limits,
 * block by block.
 */
export interface ZipParts {
  has(name: string): boolean;
  /** Bytes of a part once it is inflated, as the archive declares them. */
  size(name: string): number;
  read(name: string): AsyncGenerator<Buffer>;
  close(): void;
}

/**
 * Opens a zip archive and reads its directory; nothing is inflated yet.
 * @throws Refusal `damaged-zip`, `hostile-file`
 */
export async function openZip(source: SourcePath, task: Task): Promise<ZipParts> {
  let zip: ZipFile;
  try {
    zip = await opened(source.path);
  } catch (cause) {
    throw damagedZip(source, 'its directory cannot be read', cause);
  }
  try {
    const entries = await directory(zip, source);
    return {
      has: (name) => entries.has(name.toLowerCase()),
      size: (name) => entries.get(name.toLowerCase())?.uncompressedSize ?? 0,
      read: (name) => readPart(zip, entries.get(name.toLowerCase()), { source, name, task }),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}

async function directory(zip: ZipFile, source: SourcePath): Promise<Map<string, Entry>> {
  if (zip.entryCount > ZIP_LIMITS.entries) {
    throw hostileZip(source, `it holds ${formatNumber(zip.entryCount, 'count')} parts`);
  }
  const entries = new Map<string, Entry>();
  let total = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('error', (cause: Error) => reject(damagedZip(source, 'its directory is broken', cause)));
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      if (total > ZIP_LIMITS.total || entries.size > ZIP_LIMITS.entries) {
        reject(hostileZip(source, 'its parts would take more than 8 GB'));
        return;
      }
      entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return entries;
}
