import { webAssembly } from '../../model/web-assembly.ts';
import type { ColumnKernel } from './column-kernel.ts';
import { PlainKernel } from './plain-kernel.ts';
import { WasmKernel } from './wasm-kernel.ts';

/** Of fewer rows a memory of its own takes longer to make than everything that is asked of it. */
const WORTHWHILE = 1 << 13;

/**
 * The kernel for so many rows on this machine: WebAssembly, or for few rows and where a policy forbids
 * that, the same in TypeScript.
 * @param room bytes that its arrays may take together; what is not touched costs nothing
 */
export function makeColumnKernel(rows: number, room: number): ColumnKernel {
  return webAssembly && rows >= WORTHWHILE
    ? new WasmKernel(rows, room, webAssembly)
    : new PlainKernel(rows);
}
