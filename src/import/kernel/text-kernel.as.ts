/**
 * The inner loops of reading a text file, in AssemblyScript: TypeScript's syntax, compiled to
 * WebAssembly by scripts/kernel.ts. Places are addresses in the kernel's own memory. What each function
 * does is said by plain-kernel.ts and the files that it uses, which do the same in TypeScript; a test
 * holds both against each other. These are the functions that wasm-host.ts knows; an import leaves out
 * the `.ts` at the end of a file's name.
 */
export { allocate } from './program/memory.as';
export { crlf, lines, next, scan } from './program/field-index.as';
export { bytesOf, clearTexts, codeOf, endsOf, makeTexts, sizeOf } from './program/text-table.as';
export { codes } from './program/text-codes.as';
export { keyOf, makePattern } from './program/cell-pattern.as';
export { ascends, keys, least, textKeys } from './program/cell-keys.as';
export { write } from './program/key-writer.as';
export { groups, longest, words } from './program/text-groups.as';
export { count } from './program/code-counter.as';
export { code, keysOf, makeCodes } from './program/key-codes.as';
export { beginTally, makeTally, tally } from './program/key-tally.as';
