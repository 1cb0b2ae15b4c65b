import type { Frame } from '../model/frame.ts';
import type { CellNote } from '../model/receipt.ts';

/** Rows with the notes of their cells: what a table is, and what a file becomes. */
export interface Sheet {
  frame: Frame;
  notes: readonly CellNote[];
}
