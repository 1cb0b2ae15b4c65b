import { LONGEST } from '../../model/cell-pattern.ts';
import { roomFor, type WriteKeys } from '../../model/keyed-texts.ts';
import type { WebAssemblyHost } from '../../model/web-assembly.ts';
import { placePattern, startKernel } from './wasm-host.ts';

/** Texts that are written at a time. */
const SEVERAL = 1 << 14;

/** Writes the texts of keys in WebAssembly. */
export function wasmKeyWriter(host: WebAssemblyHost): WriteKeys {
  return (pattern, keys) => {
    const kernel = startKernel(host);
    const place = placePattern(kernel, pattern);
    const own = kernel.allocate(SEVERAL * Float64Array.BYTES_PER_ELEMENT);
    const places = kernel.allocate(SEVERAL * Uint32Array.BYTES_PER_ELEMENT);
    const into = kernel.allocate(SEVERAL * (LONGEST + 1));
    const { buffer } = kernel.memory;
    const bytes = roomFor(pattern, keys);
    const ends = new Uint32Array(keys.length);
    let end = 0;
    for (let from = 0; from < keys.length; from += SEVERAL) {
      const n = Math.min(SEVERAL, keys.length - from);
      new Float64Array(buffer, own, n).set(keys.subarray(from, from + n));
      const length = kernel.write(place, own, n, into, places);
      const written = new Uint32Array(buffer, places, n);
      for (let i = 0; i < n; i++) ends[from + i] = end + (written[i] as number);
      bytes.set(new Uint8Array(buffer, into, length), end);
      end += length;
    }
    return { bytes: bytes.subarray(0, end), ends };
  };
}
