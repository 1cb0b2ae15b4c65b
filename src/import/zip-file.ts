import type { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, open, type ZipFile } from 'yauzl';
import { formatNumber } from '../model/format.ts';
import { Refusal } from '../model/refusal.ts';
import { ZIP_LIMITS } from './limits.ts';
import type { SourcePath } from './source-file.ts';

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
export async function openZip(source: SourcePath): Promise<ZipParts> {
  let zip: ZipFile;
  try {
    zip = await opened(source.path);
  } catch (cause) {
    throw damaged(source, 'its directory cannot be read', cause);
  }
  try {
    const entries = await directory(zip, source);
    return {
      has: (name) => entries.has(name.toLowerCase()),
      size: (name) => entries.get(name.toLowerCase())?.uncompressedSize ?? 0,
      read: (name) => inflated(zip, entries.get(name.toLowerCase()), source, name),
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
    throw hostile(source, `it holds ${formatNumber(zip.entryCount, 'count')} parts`);
  }
  const entries = new Map<string, Entry>();
  let total = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('error', (cause: Error) => reject(damaged(source, 'its directory is broken', cause)));
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      if (total > ZIP_LIMITS.total || entries.size > ZIP_LIMITS.entries) {
        reject(hostile(source, 'its parts would take more than 8 GB'));
        return;
      }
      entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return entries;
}

async function* inflated(
  zip: ZipFile,
  entry: Entry | undefined,
  source: SourcePath,
  name: string,
): AsyncGenerator<Buffer> {
  if (!entry) throw damaged(source, `its part ${name} is missing`);
  if (entry.isEncrypted()) {
    throw new Refusal('protected-workbook', 'The archive is protected by a password.', {
      hint: 'Remove the password and import the file again.',
      where: { file: source.name },
    });
  }
  const { uncompressedSize, compressedSize } = entry;
  if (
    uncompressedSize > ZIP_LIMITS.ratioFrom &&
    uncompressedSize > compressedSize * ZIP_LIMITS.ratio
  ) {
    throw hostile(source, `its part ${name} grows more than ${ZIP_LIMITS.ratio} times`);
  }
  const method = entry.compressionMethod;
  if (method !== 0 && method !== 8) {
    throw damaged(source, `its part ${name} is packed in an unknown way`);
  }
  const raw = await rawStream(zip, entry, source);
  const blocks: Readable = method === 0 ? raw : raw.pipe(createInflateRaw({ chunkSize: 1 << 18 }));
  raw.on('error', (error) => blocks.destroy(error));
  let size = 0;
  let sum = 0;
  try {
    for await (const block of blocks as AsyncIterable<Buffer>) {
      size += block.length;
      if (size > entry.uncompressedSize) {
        throw hostile(source, `its part ${name} is larger than it says`);
      }
      sum = crc32(block, sum);
      yield block;
    }
  } catch (cause) {
    if (cause instanceof Refusal || !isArchiveFault(cause)) throw cause;
    throw damaged(source, `its part ${name} cannot be unpacked`, cause);
  } finally {
    raw.destroy();
    blocks.destroy();
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32 >>> 0) {
    throw damaged(source, `its part ${name} does not match its checksum`);
  }
}

function rawStream(zip: ZipFile, entry: Entry, source: SourcePath): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, { decodeFileData: false }, (cause, stream) => {
      if (cause) reject(damaged(source, 'its contents cannot be found', cause));
      else resolve(stream);
    });
  });
}

function isArchiveFault(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    (('code' in cause && String(cause.code).startsWith('Z_')) ||
      /unexpected EOF|unexpected end|zip/i.test(cause.message))
  );
}

function damaged(source: SourcePath, what: string, cause?: unknown): Refusal {
  return new Refusal('damaged-zip', `The file is damaged or cut short: ${what}.`, {
    hint: 'Copy or download it again, or open it in Excel, repair it and save it.',
    where: { file: source.name },
    cause,
  });
}

function hostile(source: SourcePath, what: string): Refusal {
  return new Refusal('hostile-file', `The file is not read, for safety: ${what}.`, {
    hint: 'No workbook made by Excel does this. Save the data anew from Excel if you trust its source.',
    where: { file: source.name },
  });
}
