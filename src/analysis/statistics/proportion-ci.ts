import { normalQuantile } from '../numeric/normal.ts';

/**
 * Wilson's score interval of a proportion (E. B. Wilson, JASA 22, 1927).
 * @param x how many; @param n of how many, at least 1
 * @returns bounds between 0 and 1
 */
export function wilsonInterval(x: number, n: number, level = 0.95): [number, number] {
  const z = normalQuantile(0.5 + level / 2);
  const z2 = z * z;
  const centre = (x + z2 / 2) / (n + z2);
  const half = (z / (n + z2)) * Math.sqrt((x * (n - x)) / n + z2 / 4);
  return [x === 0 ? 0 : Math.max(0, centre - half), x === n ? 1 : Math.min(1, centre + half)];
}
