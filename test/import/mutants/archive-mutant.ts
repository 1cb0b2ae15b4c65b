import { type ZipPart, zipArchive } from '../zip-archive.ts';
import type { Chance } from './chance.ts';
import { buffers, type Parts, SHEET, STRINGS, type XlsxMutant } from './xlsx-base.ts';

/** Something wrong with the archive: what it says of its parts, the packed bytes, its directory. */
export function archived(xml: Parts, chance: Chance): XlsxMutant {
  const packed = buffers(xml);
  const parts: ZipPart[] = Object.entries(packed).map(([name, data]) => ({ name, data }));
  const at = chance.below(parts.length);
  const part = parts[at] as ZipPart;
  const lie = chance.pick([-1, 1, 1000, 2 ** 30, -(2 ** 31)]);
  let comment = '';
  const before = (bytes: Buffer) => bytes;
  let after: (bytes: Buffer) => Buffer = before;
  const change = (changed: Partial<ZipPart>) => {
    parts[at] = { ...part, ...changed };
  };
  const ways: Record<string, () => void> = {
    'stored, not deflated': () => change({ stored: true }),
    'a wrong size': () => change({ lies: { size: lie } }),
    'a wrong size, stored': () => change({ stored: true, lies: { size: lie } }),
    'a wrong packed size': () => change({ lies: { packed: lie } }),
    'a wrong sum': () => change({ lies: { crc: 1 + chance.below(1000) } }),
    'another method': () => change({ lies: { method: 1 + chance.below(90) } }),
    'a flag': () => change({ lies: { flags: 1 << chance.below(16) } }),
    'another place': () => change({ lies: { offset: lie } }),
    'damaged bytes': () => change({ damage: (bytes) => chance.scrambled(bytes) }),
    'the same part twice': () => parts.push({ ...part }),
    'parts in another order': () => parts.reverse(),
    'a folder and a part beside': () =>
      parts.push({ name: 'xl/', data: Buffer.alloc(0), stored: true }, { ...part, name: '../x' }),
    'a comment': () => {
      comment = 'PK\x05\x06 and so on '.repeat(1 + chance.below(100));
    },
    'cut off': () => {
      after = (bytes) => bytes.subarray(0, chance.below(bytes.length));
    },
    'something in front': () => {
      after = (bytes) => Buffer.concat([Buffer.from('x'.repeat(chance.below(40))), bytes]);
    },
    'something behind': () => {
      after = (bytes) => Buffer.concat([bytes, Buffer.alloc(chance.below(200), 'PK')]);
    },
    'bytes of the directory': () => {
      after = (bytes) => inDirectory(bytes, chance);
    },
    'bytes anywhere': () => {
      after = (bytes) => chance.scrambled(bytes);
    },
  };
  const done = Object.keys(ways).filter(() => chance.once(16));
  if (done.length === 0) done.push(chance.pick(Object.keys(ways)));
  for (const way of done) ways[way]?.();
  return {
    bytes: after(zipArchive(parts, comment)),
    done: `${part.name}: ${done.join(', ')}`,
    sheet: packed[SHEET] ?? Buffer.alloc(0),
    strings: packed[STRINGS],
    isPlain: true,
  };
}

function inDirectory(zip: Buffer, chance: Chance): Buffer {
  const bytes = Buffer.from(zip);
  const directory = bytes.indexOf('PK\x01\x02', 0, 'latin1');
  for (let n = 1 + chance.below(3); n > 0; n--) {
    const at = chance.once(5) ? chance.below(30) : directory + chance.below(zip.length - directory);
    bytes[at] = chance.pick([0, 1, 8, 9, 0x80, 0xff, chance.below(256)]);
  }
  return bytes;
}
