import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { withDensity } from '../../renderer/png-density.ts';

/** A PNG of one grey dot. */
const DOT = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

test('a picture says its dots an inch, in a chunk that is whole, before its data', () => {
  const png = Buffer.from(withDensity(DOT, 300));
  const at = png.indexOf('pHYs');
  expect(at).toBeLessThan(png.indexOf('IDAT'));
  expect(png.readUInt32BE(at - 4)).toBe(9);
  // 300 dots an inch are 11,811 a metre.
  expect([png.readUInt32BE(at + 4), png.readUInt32BE(at + 8), png[at + 12]]).toEqual([
    11811, 11811, 1,
  ]);
  expect(png.readUInt32BE(at + 13)).toBe(crc32(png.subarray(at, at + 13)));
  const rest = Buffer.concat([png.subarray(0, at - 4), png.subarray(at + 17)]);
  expect(rest.equals(Buffer.from(DOT))).toBe(true);
});
