import type { Encoding } from '../model/importing.ts';
import { Refusal } from '../model/refusal.ts';
import { fileBlocks, type SourcePath } from './source-file.ts';
import { provenUtf8 } from './utf8-check.ts';
import { utf8FromWindows1252 } from './windows-1252.ts';

/** How the bytes of a text file are read. */
export interface TextBytes {
  encoding: Encoding;
  /** Bytes before the text. */
  bom: number;
  /** Somebody else proves that these are bytes of text. */
  isProven?: boolean;
}

/**
 * A text file as blocks of UTF-8, without its byte-order mark.
 * @param room where the next block is put, if it is UTF-8 as it stands in the file
 * @throws NotUtf8; Refusal `not-utf-16` when a surrogate stands alone or a byte is left over
 */
export function* textBlocks(
  source: SourcePath,
  { encoding, bom, isProven = false }: TextBytes,
  room?: () => Buffer,
): Generator<Buffer> {
  if (encoding === 'utf-8') {
    const blocks = fileBlocks(source.path, bom, room);
    yield* isProven ? blocks : provenUtf8(blocks);
  } else if (encoding === 'windows-1252') {
    for (const block of fileBlocks(source.path, bom)) yield utf8FromWindows1252(block);
  } else {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    try {
      for (const block of fileBlocks(source.path, bom)) {
        yield Buffer.from(decoder.decode(block, { stream: true }));
      }
      yield Buffer.from(decoder.decode());
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      throw new Refusal('not-utf-16', 'The file begins as UTF-16 but is not UTF-16 throughout.', {
        hint: 'It may be cut short: ask for the extract again.',
        where: { file: source.name },
        cause,
      });
    }
  }
}
