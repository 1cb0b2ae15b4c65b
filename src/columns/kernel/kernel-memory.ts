import { Refusal } from '../../model/refusal.ts';
import type { WasmMemory } from '../../model/web-assembly.ts';

/** Below this a program keeps what it needs itself. */
const FIRST = 1 << 16;
/** An array begins where 16 bytes can be read at once. */
const ALIGN = 16;

/**
 * Hands out the places of a memory of a fixed size, so that views of it stay what they are. What is
 * given back is kept by its size, and handed out again as zeros.
 */
export class KernelMemory {
  readonly buffer: ArrayBuffer;
  #next = FIRST;
  readonly #free = new Map<number, number[]>();

  constructor({ buffer }: WasmMemory) {
    this.buffer = buffer;
  }

  take(bytes: number): number {
    const size = sizeOf(bytes);
    const again = this.#free.get(size)?.pop();
    if (again !== undefined) {
      new Uint8Array(this.buffer, again, size).fill(0);
      return again;
    }
    const at = this.#next;
    if (at + size > this.buffer.byteLength) {
      throw new Refusal('no-room', 'The board has no room for another chart of this table.', {
        hint: 'Close a chart first.',
      });
    }
    this.#next = at + size;
    return at;
  }

  giveBack({ byteOffset, byteLength }: ArrayBufferView): void {
    const size = sizeOf(byteLength);
    const places = this.#free.get(size) ?? [];
    places.push(byteOffset);
    this.#free.set(size, places);
  }
}

/** Pages of a memory that holds so many bytes of arrays. */
export function memoryPages(bytes: number): number {
  return Math.ceil((FIRST + bytes) / FIRST);
}

function sizeOf(bytes: number): number {
  return Math.ceil(bytes / ALIGN) * ALIGN;
}
