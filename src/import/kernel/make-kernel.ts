import { type WriteKeys, writeKeys } from '../../model/keyed-texts.ts';
import { once } from '../../model/once.ts';
import { webAssembly } from '../../model/web-assembly.ts';
import type { CodeCounter } from './code-counter.ts';
import type { KeyCodes, KeyLimits } from './key-codes.ts';
import type { KeyTally } from './key-tally.ts';
import { knownKeys } from './known-keys.ts';
import { PlainCodeCounter } from './plain-code-counter.ts';
import { PlainKernel } from './plain-kernel.ts';
import { PlainKeyCodes } from './plain-key-codes.ts';
import { PlainKeyTally } from './plain-key-tally.ts';
import { PlainTextGroups } from './plain-text-groups.ts';
import type { TextGroups } from './text-groups.ts';
import type { RecordForm, TextKernel } from './text-kernel.ts';
import { WasmCodeCounter } from './wasm-code-counter.ts';
import { WasmKernel } from './wasm-kernel.ts';
import { WasmKeyCodes } from './wasm-key-codes.ts';
import { WasmKeyTally } from './wasm-key-tally.ts';
import { wasmKeyWriter } from './wasm-key-writer.ts';
import { WasmTextGroups } from './wasm-text-groups.ts';

/** The kernel for this machine: WebAssembly, or where a policy forbids that, the same in TypeScript. */
export function makeKernel(form: RecordForm): TextKernel {
  return webAssembly ? new WasmKernel(form, webAssembly) : new PlainKernel(form);
}

/** @param first the code of the key that comes first */
export function makeKeyCodes(range: KeyLimits, first: number): KeyCodes {
  return webAssembly
    ? new WasmKeyCodes(range, first, webAssembly)
    : new PlainKeyCodes(range, first);
}

/** @param rows how many keys there are at most */
export function makeKeyTally(range: KeyLimits, rows: number): KeyTally {
  const known = knownKeys(range, rows);
  return webAssembly ? new WasmKeyTally(known, webAssembly) : new PlainKeyTally(known);
}

/** @param size more than the greatest code */
export function makeCodeCounter(size: number): CodeCounter {
  return webAssembly ? new WasmCodeCounter(size, webAssembly) : new PlainCodeCounter(size);
}

/** Writes the texts of keys. */
export const keyWriter: WriteKeys = webAssembly ? wasmKeyWriter(webAssembly) : writeKeys;

/** The same one for all. */
export const textGroups = once((): TextGroups => {
  return webAssembly ? new WasmTextGroups(webAssembly) : new PlainTextGroups();
});
