/**
 * Sum with Neumaier's compensation: the rounding error of every addition is carried along.
 * Source: A. Neumaier, Zeitschrift für Angewandte Mathematik und Mechanik 54 (1974), 39–51.
 */
export function sum(values: Iterable<number>): number {
  const all = values instanceof Float64Array ? values : new Float64Array(values);
  let total = 0;
  let lost = 0;
  for (let i = 0; i < all.length; i++) {
    const value = all[i] as number;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
