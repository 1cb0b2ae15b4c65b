import { Refusal } from '../../model/refusal.ts';
import type { WasmMemory, WebAssemblyHost } from '../../model/web-assembly.ts';

/** Below this a program keeps what it needs itself. */
const FIRST = 1 << 16;
/** So much is kept for the next table; more of it goes back to the system. */
const MOST_SPARE = 1 << 27;
/** An array begins where 16 bytes can be read at once. */
const ALIGN = 16;

/**
 * Hands out the places of a memory of a fixed size, so that views of it stay what they are. What is
 * given back is kept by its size, and handed out again as zeros.
 */
export class KernelMemory {
  readonly memory: WasmMemory;
  readonly buffer: ArrayBuffer;
  #next = FIRST;
  readonly #free = new Map<number, number[]>();

  /** @param room bytes of all arrays together */
  constructor(room: number, host: WebAssemblyHost) {
    const pages = Math.ceil((FIRST + room) / FIRST);
    this.memory = takeSpare(pages) ?? new host.Memory({ initial: pages, maximum: pages });
    this.buffer = this.memory.buffer;
  }

  /** Hands the memory on, empty. Whoever still has an array of it has another table's. */
  close(): void {
    if (this.#next <= MOST_SPARE) {
      new Uint8Array(this.buffer, 0, this.#next).fill(0);
      spare = this.memory;
    }
    this.#next = Number.POSITIVE_INFINITY;
    this.#free.clear();
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

/**
 * The memory of the table that was closed last, for the next one: its pages are there already, which to be given
 * new ones takes longer than to fill them.
 */
let spare: WasmMemory | undefined;

/** It is given up where it is too small. */
function takeSpare(pages: number): WasmMemory | undefined {
  const found = spare;
  spare = undefined;
  return found && found.buffer.byteLength >= pages * FIRST ? found : undefined;
}

function sizeOf(bytes: number): number {
  return Math.ceil(bytes / ALIGN) * ALIGN;
}
