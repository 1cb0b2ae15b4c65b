import { type WebAssemblyHost, webAssembly } from '../../model/web-assembly.ts';
import { type CellPattern, LONGEST } from '../cell-pattern.ts';
import { placePattern, startKernel } from './wasm-host.ts';

/** Keys that are written at a time. */
const SEVERAL = 1 << 14;

/** Texts one after the other, and where each of them ends. */
export interface KeyTexts {
  bytes: Buffer;
  ends: Uint32Array;
}

/** The texts of keys. */
export function keyTexts(pattern: CellPattern, keys: Float64Array): KeyTexts {
  return webAssembly ? writtenByKernel(pattern, keys, webAssembly) : writtenPlainly(pattern, keys);
}

function writtenByKernel(
  pattern: CellPattern,
  keys: Float64Array,
  host: WebAssemblyHost,
): KeyTexts {
  const kernel = startKernel(host);
  const place = placePattern(kernel, pattern);
  const own = kernel.allocate(SEVERAL * 8);
  const into = kernel.allocate(SEVERAL * LONGEST);
  const places = kernel.allocate(SEVERAL * 4);
  const { buffer } = kernel.memory;
  const ends = new Uint32Array(keys.length);
  const parts: Buffer[] = [];
  let before = 0;
  for (let from = 0; from < keys.length; from += SEVERAL) {
    const several = keys.subarray(from, from + SEVERAL);
    const n = several.length;
    new Float64Array(buffer, own, n).set(several);
    const length = kernel.write(place, own, n, into, places);
    const written = new Uint32Array(buffer, places, n);
    for (let i = 0; i < n; i++) ends[from + i] = before + (written[i] as number);
    parts.push(Buffer.from(new Uint8Array(buffer, into, length)));
    before += length;
  }
  return { bytes: Buffer.concat(parts), ends };
}

/** The same in TypeScript. */
export function writtenPlainly(pattern: CellPattern, keys: Float64Array): KeyTexts {
  const bytes = Buffer.allocUnsafe(keys.length * LONGEST);
  let at = 0;
  const ends = Uint32Array.from(keys, (key) => {
    at = pattern.write(key, bytes, at);
    return at;
  });
  return { bytes: bytes.subarray(0, at), ends };
}
