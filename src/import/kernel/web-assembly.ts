/** As much of WebAssembly as is used: the types of Node know nothing of it. */
export interface WebAssemblyHost {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: unknown };
}

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

export interface WasmGlobal {
  readonly value: number;
}

/** Undefined where a policy forbids programs that are made while running. */
export const webAssembly = (globalThis as { WebAssembly?: WebAssemblyHost }).WebAssembly;
