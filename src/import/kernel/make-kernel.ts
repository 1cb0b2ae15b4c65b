import { webAssembly } from '../../model/web-assembly.ts';
import { PlainKernel } from './plain-kernel.ts';
import type { RecordForm, TextKernel } from './text-kernel.ts';
import { WasmKernel } from './wasm-kernel.ts';

/** The kernel for this machine: WebAssembly, or where a policy forbids that, the same in TypeScript. */
export function makeKernel(form: RecordForm): TextKernel {
  return webAssembly ? new WasmKernel(form, webAssembly) : new PlainKernel(form);
}
