/** As much of WebAssembly as is used: the types of Node know nothing of it. */
export interface WebAssemblyHost {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: unknown };
  Memory: new (size: { initial: number; maximum: number }) => WasmMemory;
}

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

export interface WasmGlobal {
  value: number;
}

/** Undefined where a policy forbids programs that are made while running. */
export const webAssembly = (globalThis as { WebAssembly?: WebAssemblyHost }).WebAssembly;

/** A program that is kept as base64 beside its source. */
export function compileProgram(host: WebAssemblyHost, base64: string): object {
  const { atob } = globalThis as unknown as { atob(text: string): string };
  return new host.Module(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}
