/** The number of subsets of positions doubles with every pair. */
const MOST = 10;

/**
 * Two-sided exact p of Spearman's S = Σ d² without ties, from all n! orders, counted over the sets of
 * ranks that are already taken; null for more than 10 pairs.
 */
export function spearmanExact(S: number, n: number): number | null {
  if (n > MOST) return null;
  const most = (n ** 3 - n) / 3;
  const ways: (Float64Array | undefined)[] = [Float64Array.of(1)];
  const size = 2 ** n;
  for (let taken = 0; taken < size; taken++) {
    const here = ways[taken];
    if (!here || taken === size - 1) continue;
    const position = bits(taken);
    for (let rank = 0; rank < n; rank++) {
      const bit = 1 << rank;
      if (taken & bit) continue;
      const next = ways[taken | bit] ?? new Float64Array(most + 1);
      const step = (rank - position) ** 2;
      for (let s = 0; s < here.length && s + step <= most; s++) {
        next[s + step] = (next[s + step] ?? 0) + (here[s] ?? 0);
      }
      ways[taken | bit] = next;
    }
    ways[taken] = undefined;
  }
  const all = ways[size - 1] ?? new Float64Array(0);
  const total = all.reduce((a, b) => a + b, 0);
  const upper = S > most / 2;
  const tail = all.reduce((sum, count, s) => sum + ((upper ? s >= S : s <= S) ? count : 0), 0);
  return Math.min(1, (2 * tail) / total);
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
