import type { Frame } from '../model/frame.ts';

/** The frame with its own row numbers as origins, so that rows can be told apart on their way through a recipe. */
export function withRowNumbers(frame: Frame): Frame {
  return { ...frame, origin: Uint32Array.from({ length: frame.rows }, (_, row) => row + 1) };
}

/** The same with no origins at all: rows of another table are not taken for those that are followed. */
export function withoutOrigins(frame: Frame): Frame {
  return { ...frame, origin: new Uint32Array(frame.rows) };
}
