import type { HotColumn } from '../hot/hot-column.ts';

/**
 * Where the steps of a column are taken apart, high · 2^split + low, for their squares to be summed up:
 * in the middle of their bits. Of 2 million different values the square of each half is below 2^22, so that
 * 2^31 of them are added up exactly; the squares of whole values would be too many after 2000.
 */
export function splitOf({ size, floor }: HotColumn): number {
  const bits = 32 - Math.clz32(Math.max(0, size - floor - 1));
  return (bits + 1) >> 1;
}
