import type { CellPattern } from '../../model/cell-pattern.ts';
import {
  compileProgram,
  type WasmGlobal,
  type WasmMemory,
  type WebAssemblyHost,
  webAssembly,
} from '../../model/web-assembly.ts';
import { KERNEL } from './kernel-bytes.ts';

/** What text-kernel.as.ts exports. Addresses are numbers. */
export interface KernelExports {
  memory: WasmMemory;
  allocate(bytes: number): number;

  next: WasmGlobal;
  lines: WasmGlobal;
  crlf: WasmGlobal;
  scan(
    from: number,
    to: number,
    delimiter: number,
    width: number,
    fields: number,
    most: number,
    line: number,
    lineOf: number,
  ): number;

  makeTexts(): number;
  clearTexts(texts: number): void;
  sizeOf(texts: number): number;
  endsOf(texts: number): number;
  bytesOf(texts: number): number;
  codeOf(texts: number, start: number, length: number): number;
  codes(texts: number, fields: number, records: number, into: number): number;

  makePattern(template: number, length: number, decimals: number): number;
  keyOf(pattern: number, start: number, length: number): number;
  least: WasmGlobal;
  ascends: WasmGlobal;
  keys(texts: number, pattern: number, fields: number, records: number, into: number): number;
  textKeys(texts: number, pattern: number, first: number, last: number, into: number): void;
  write(pattern: number, keys: number, n: number, into: number, ends: number): number;

  words: WasmGlobal;
  longest: WasmGlobal;
  groups(
    bytes: number,
    start: number,
    ends: number,
    n: number,
    into: number,
    harmless: number,
    knowsWholes: boolean,
  ): number;

  count(codes: number, width: number, n: number, row: number, counts: number, rows: number): void;

  makeCodes(low: number, close: number): number;
  keysOf(codes: number): number;
  code(codes: number, keys: number, width: number, n: number, first: number, into: number): number;

  makeTally(low: number, bits: number, slots: number, wholes: number, groups: number): number;
  beginTally(tally: number, isNumber: boolean, decimals: number): void;
  tally(tally: number, keys: number, width: number, n: number, row: number): void;
}

let compiled: object | undefined;

/** The compiled program; undefined where a policy forbids it. Another thread can be given it. */
export function compiledKernel(): object | undefined {
  if (webAssembly) compiled ??= compileProgram(webAssembly, KERNEL);
  return compiled;
}

/** Takes what another thread has compiled: then both run the same machine code. */
export function takeKernel(program: object | undefined): void {
  compiled ??= program;
}

/** A kernel with a memory of its own. */
export function startKernel(host: WebAssemblyHost): KernelExports {
  compiled ??= compileProgram(host, KERNEL);
  const abort = () => {
    throw new Error('the kernel has no more memory');
  };
  return new host.Instance(compiled, { env: { abort } }).exports as KernelExports;
}

/** Puts a pattern into the memory of a kernel; gives its place. */
export function placePattern(kernel: KernelExports, { template, decimals }: CellPattern): number {
  const at = kernel.allocate(template.length + 8);
  new Uint8Array(kernel.memory.buffer).set(template, at);
  return kernel.makePattern(at, template.length, decimals);
}
