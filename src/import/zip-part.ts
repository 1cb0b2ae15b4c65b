import { Readable, type TransformOptions } from 'node:stream';
import { crc32, createInflateRaw, type ZlibOptions } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { ZIP_LIMITS } from './limits.ts';
import { fileBlocks, type SourcePath } from './source-file.ts';
import { damagedZip, hostileZip } from './zip-refusals.ts';

/** Once inflated: of a sheet, some thousand rows. */
const BYTES_BETWEEN_CHECKPOINTS = 2 ** 20;
/** Each block is handed from thread to thread, so a few large ones take less time than many small ones. */
const BLOCK = 1 << 18;
const SMALLEST_BLOCK = 1 << 12;
/** Inflated ahead of the reader, so that neither thread waits for the other. */
const AHEAD = 1 << 20;

/**
 * Inflates one part of an archive, block by block, and holds it against its size and its sum.
 * @throws Refusal `damaged-zip`, `hostile-file`, `protected-workbook`
 */
export async function* readPart(
  zip: ZipFile,
  entry: Entry | undefined,
  { source, name, task }: { source: SourcePath; name: string; task: Task },
): AsyncGenerator<Buffer> {
  if (!entry) throw damagedZip(source, `its part ${name} is missing`);
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
    throw hostileZip(source, `its part ${name} grows more than ${ZIP_LIMITS.ratio} times`);
  }
  const method = entry.compressionMethod;
  if (method !== 0 && method !== 8) {
    throw damagedZip(source, `its part ${name} is packed in an unknown way`);
  }
  const start = await startOf(zip, entry, source);
  const raw = Readable.from(packedBlocks(source.path, start, entry.compressedSize));
  const options: ZlibOptions & TransformOptions = {
    chunkSize: Math.min(BLOCK, Math.max(SMALLEST_BLOCK, uncompressedSize)),
    readableHighWaterMark: AHEAD,
  };
  const blocks: Readable = method === 0 ? raw : raw.pipe(createInflateRaw(options));
  raw.on('error', (error) => blocks.destroy(error));
  let size = 0;
  let sum = 0;
  let next = BYTES_BETWEEN_CHECKPOINTS;
  try {
    for await (const block of blocks as AsyncIterable<Buffer>) {
      size += block.length;
      if (size > entry.uncompressedSize) {
        throw hostileZip(source, `its part ${name} is larger than it says`);
      }
      sum = crc32(block, sum);
      yield block;
      if (size < next) continue;
      await task.checkpoint();
      next = size + BYTES_BETWEEN_CHECKPOINTS;
    }
  } catch (cause) {
    if (cause instanceof Refusal || !isArchiveFault(cause)) throw cause;
    throw damagedZip(source, `its part ${name} cannot be unpacked`, cause);
  } finally {
    raw.destroy();
    blocks.destroy();
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32 >>> 0) {
    throw damagedZip(source, `its part ${name} does not match its checksum`);
  }
}

function startOf(zip: ZipFile, entry: Entry, source: SourcePath): Promise<number> {
  return new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, { minimal: true }, (cause, header) => {
      if (cause) reject(damagedZip(source, 'its contents cannot be found', cause));
      else resolve(header.fileDataStart);
    });
  });
}

/** Read at once, as from memory: waiting for so little would take longer than reading it. */
function* packedBlocks(path: string, start: number, size: number): Generator<Buffer> {
  let left = size;
  for (const block of fileBlocks(path, start)) {
    // A stream may hold a block until the next one is read.
    yield Buffer.from(block.subarray(0, left));
    left -= block.length;
    if (left <= 0) return;
  }
}

function isArchiveFault(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    (('code' in cause && String(cause.code).startsWith('Z_')) ||
      /unexpected EOF|unexpected end|zip/i.test(cause.message))
  );
}
