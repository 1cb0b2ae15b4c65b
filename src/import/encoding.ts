import { formatNumber } from '../model/format.ts';
import type { Encoding } from '../model/importing.ts';
import { Refusal } from '../model/refusal.ts';
import type { SourcePath } from './source-file.ts';
import { type Utf8Fault, utf8Fault } from './utf8-check.ts';

export interface TextEncoding {
  encoding: Encoding;
  /** Bytes of the byte-order mark, to be passed over. */
  bom: number;
  /** "Windows-1252: 12 bytes are not valid UTF-8, first on line 31" */
  evidence: string;
}

const LABEL: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252',
};

/**
 * Proves the encoding of a text file over all its bytes: byte-order mark, then strict UTF-8, then
 * UTF-16 by its zero bytes, then Windows-1252. `wanted` is what a person chose.
 * @throws Refusal `not-utf-8` when UTF-8 is wanted and the bytes are not
 */
export function detectEncoding(source: SourcePath, wanted?: Encoding): TextEncoding {
  return encodingOf(source, wanted, utf8Fault);
}

/** The encoding if all bytes that could be UTF-8 are: to be proven while the file is read. */
export function likelyEncoding(source: SourcePath, wanted?: Encoding): TextEncoding {
  return encodingOf(source, wanted, () => undefined);
}

function encodingOf(
  source: SourcePath,
  wanted: Encoding | undefined,
  faultIn: (path: string) => Utf8Fault | undefined,
): TextEncoding {
  const marked = byteOrderMark(source.head);
  if (wanted !== undefined) {
    const bom = marked?.encoding === wanted ? marked.bom : 0;
    const fault = wanted === 'utf-8' ? faultIn(source.path) : undefined;
    if (fault) throw notUtf8(source, fault.line, fault.invalid);
    return { encoding: wanted, bom, evidence: `${LABEL[wanted]}: chosen` };
  }
  if (marked?.encoding === 'utf-8') {
    const fault = faultIn(source.path);
    if (fault) throw notUtf8(source, fault.line, fault.invalid);
  }
  if (marked) {
    return {
      ...marked,
      evidence: `${LABEL[marked.encoding]}: the file says so in its first bytes`,
    };
  }
  const wide = zeroBytePattern(source.head);
  if (wide) {
    return { encoding: wide, bom: 0, evidence: `${LABEL[wide]}: every other byte is zero` };
  }
  const fault = faultIn(source.path);
  if (!fault) {
    return { encoding: 'utf-8', bom: 0, evidence: 'UTF-8: all bytes of the file are valid' };
  }
  return {
    encoding: 'windows-1252',
    bom: 0,
    evidence: `Windows-1252: ${bytesAre(fault.invalid)} not valid UTF-8, first on line ${fault.line}`,
  };
}

function byteOrderMark(head: Uint8Array): { encoding: Encoding; bom: number } | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return { encoding: 'utf-8', bom: 3 };
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  return head[0] === 0xfe && head[1] === 0xff ? { encoding: 'utf-16be', bom: 2 } : undefined;
}

function zeroBytePattern(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = head.length >> 1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) even++;
    if (head[2 * i + 1] === 0) odd++;
  }
  if (odd > pairs * 0.4 && even < pairs * 0.02) return 'utf-16le';
  return even > pairs * 0.4 && odd < pairs * 0.02 ? 'utf-16be' : undefined;
}

function notUtf8(source: SourcePath, row: number, invalid: number): Refusal {
  return new Refusal('not-utf-8', `${bytesAre(invalid)} not valid UTF-8, first on line ${row}.`, {
    hint: 'Choose Windows-1252, or ask for the extract in UTF-8.',
    where: { file: source.name, row },
  });
}

function bytesAre(n: number): string {
  return n === 1 ? '1 byte is' : `${formatNumber(n, 'count')} bytes are`;
}
