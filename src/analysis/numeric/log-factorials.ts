/** ln k! for k = 0 … n, by compensated addition. */
export function logFactorials(n: number): Float64Array {
  const table = new Float64Array(n + 1);
  let lost = 0;
  for (let k = 2; k <= n; k++) {
    const term = Math.log(k) - lost;
    const before = table[k - 1] ?? 0;
    const next = before + term;
    lost = next - before - term;
    table[k] = next;
  }
  return table;
}
