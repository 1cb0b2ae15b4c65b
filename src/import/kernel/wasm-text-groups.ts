import type { PackedTexts } from '../../model/packed-texts.ts';
import type { WebAssemblyHost } from '../../model/web-assembly.ts';
import type { AlikeState } from '../alike-state.ts';
import { PlainTextGroups } from './plain-text-groups.ts';
import { SEVERAL, type TextGroups } from './text-groups.ts';
import { type KernelExports, startKernel } from './wasm-host.ts';

/** Bytes of texts that the kernel is given at a time; longer ones are looked at without it. */
const ROOM = 1 << 18;

/** {@link TextGroups} in WebAssembly. */
export class WasmTextGroups implements TextGroups {
  readonly #kernel: KernelExports;
  readonly #bytes: number;
  readonly #ends: number;
  readonly #into: number;
  readonly #plain = new PlainTextGroups();

  constructor(host: WebAssemblyHost) {
    const kernel = startKernel(host);
    this.#kernel = kernel;
    this.#bytes = kernel.allocate(ROOM);
    this.#ends = kernel.allocate(SEVERAL * Uint32Array.BYTES_PER_ELEMENT);
    this.#into = kernel.allocate(SEVERAL * Uint32Array.BYTES_PER_ELEMENT);
  }

  groups(
    texts: PackedTexts,
    first: number,
    last: number,
    state: AlikeState,
    into: Uint32Array,
  ): number {
    const { bytes, ends } = texts;
    const start = first === 0 ? 0 : (ends[first - 1] as number);
    let n = Math.min(SEVERAL, last - first);
    while (n > 0 && (ends[first + n - 1] as number) - start > ROOM) n >>= 1;
    if (n === 0) return this.#plain.groups(texts, first, first + 1, state, into);
    const kernel = this.#kernel;
    const { buffer } = kernel.memory;
    const end = ends[first + n - 1] as number;
    new Uint8Array(buffer, this.#bytes).set(bytes.subarray(start, end));
    new Uint32Array(buffer, this.#ends).set(ends.subarray(first, first + n));
    const { words, longest, harmless, knowsWholes } = state;
    kernel.words.value = words;
    kernel.longest.value = longest;
    const found = kernel.groups(
      this.#bytes,
      start,
      this.#ends,
      n,
      this.#into,
      harmless,
      knowsWholes,
    );
    state.words = kernel.words.value;
    state.longest = kernel.longest.value;
    into.set(new Uint32Array(buffer, this.#into, found));
    return found;
  }
}
