/** Sorted numbers, each different one once: scores on a scale are few, however many rows there are. */
export interface Runs {
  /** Ascending. */
  values: Float64Array;
  /** How often each stands. */
  counts: Float64Array;
  /** How many numbers there are up to and with each. */
  upTo: Float64Array;
  /** How many numbers there are. */
  n: number;
}

/** @param sorted ascending */
export function runsOf(sorted: Float64Array): Runs {
  const n = sorted.length;
  const [values, upTo] = [new Float64Array(n), new Float64Array(n)];
  let size = 0;
  for (let end = 1; end <= n; end++) {
    if (end < n && sorted[end] === sorted[end - 1]) continue;
    values[size] = sorted[end - 1] as number;
    upTo[size++] = end;
  }
  const counts = new Float64Array(size);
  for (let i = 0; i < size; i++)
    counts[i] = (upTo[i] as number) - (i > 0 ? (upTo[i - 1] as number) : 0);
  return { values: values.slice(0, size), counts, upTo: upTo.slice(0, size), n };
}
