/**
 * The inner loops of the column engine, in AssemblyScript: TypeScript's syntax, compiled to WebAssembly
 * by scripts/kernel.ts. Places are addresses in a memory that the caller lays out; nothing is kept
 * between calls. What each function does is said by column-kernel.ts and done in TypeScript by
 * plain-kernel.ts; a test holds both against each other. These are the functions that
 * column-program.ts knows; an import leaves out the `.ts` at the end of a file's name.
 */
export { areSteps, putReasons, shift, steps } from './program/make-codes.as';
export { addRange16, addRange32, addRange8, addSet } from './program/code-ranges.as';
export { and, count, meet, not, or, rowsOf } from './program/bitmaps.as';
export { tally } from './program/tally.as';
export { tallyThin, thin } from './program/thin.as';
