/**
 * Concordant pairs less discordant ones, in O(n log n): W. R. Knight, JASA 61, 1966, 436–439.
 * @param x, y mid-ranks; @param tiedX, tiedY how many pairs are equal in each
 */
export function concordanceSurplus(
  x: Float64Array,
  y: Float64Array,
  tiedX: number,
  tiedY: number,
): number {
  const n = x.length;
  const width = 2 * n + 1;
  // Twice a mid-rank is whole, so that a number holds the place in both orders.
  const keys = new Float64Array(n);
  for (let i = 0; i < n; i++) keys[i] = 2 * (x[i] as number) * width + 2 * (y[i] as number);
  keys.sort();
  let tiedBoth = 0;
  let run = 0;
  for (let i = 1; i < n; i++) {
    run = keys[i] === keys[i - 1] ? run + 1 : 0;
    tiedBoth += run;
  }
  const discordant = inversions(keys.map((key) => key % width));
  return (n * (n - 1)) / 2 - tiedX - tiedY + tiedBoth - 2 * discordant;
}

/** How many pairs are in falling order, counted while they are merged into order. */
function inversions(values: Float64Array): number {
  const n = values.length;
  let [from, to]: [Float64Array, Float64Array] = [values, new Float64Array(n)];
  let count = 0;
  for (let size = 1; size < n; size *= 2) {
    for (let start = 0; start < n; start += 2 * size) {
      const middle = Math.min(n, start + size);
      const end = Math.min(n, start + 2 * size);
      let [i, j] = [start, middle];
      for (let k = start; k < end; k++) {
        if (i < middle && (j >= end || (from[i] as number) <= (from[j] as number))) {
          to[k] = from[i++] as number;
        } else {
          count += middle - i;
          to[k] = from[j++] as number;
        }
      }
    }
    [from, to] = [to, from];
  }
  return count;
}
