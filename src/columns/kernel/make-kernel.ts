import { webAssembly } from '../../model/web-assembly.ts';
import type { ColumnKernel } from './column-kernel.ts';
import { PlainKernel } from './plain-kernel.ts';
import { WasmKernel } from './wasm-kernel.ts';

/**
 * The kernel for this machine: WebAssembly, or where a policy forbids that, the same in TypeScript.
 * @param room bytes that its arrays may take together; what is not touched costs nothing
 */
export function makeColumnKernel(rows: number, room: number): ColumnKernel {
  return webAssembly ? new WasmKernel(rows, room, webAssembly) : new PlainKernel(rows);
}
