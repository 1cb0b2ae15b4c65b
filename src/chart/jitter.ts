const GOLDEN = 0.6180339887498949;

/** Moves the i-th point aside by −0.5 to 0.5, evenly, and the same every time. */
export function jitter(index: number): number {
  return ((index * GOLDEN) % 1) - 0.5;
}
