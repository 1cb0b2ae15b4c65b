export const ADJUSTMENTS = ['holm', 'BH', 'bonferroni', 'hochberg', 'hommel', 'BY'] as const;

export type Adjustment = (typeof ADJUSTMENTS)[number];

/**
 * Adjusts p values for their number, as R's `p.adjust`. Missing p values (null) stay null and are not
 * counted. Sources: Holm 1979; Hochberg 1988; Hommel 1988; Benjamini & Hochberg 1995; Benjamini &
 * Yekutieli 2001.
 */
export function pAdjust(p: readonly (number | null)[], method: Adjustment): (number | null)[] {
  const present = p.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  const sorted = present.sort((a, b) => a.value - b.value);
  const adjusted = adjustSorted(
    sorted.map((entry) => entry.value),
    method,
  );
  const result: (number | null)[] = p.map(() => null);
  sorted.forEach((entry, i) => {
    result[entry.at] = adjusted[i] ?? null;
  });
  return result;
}

function adjustSorted(p: readonly number[], method: Adjustment): number[] {
  const m = p.length;
  switch (method) {
    case 'bonferroni':
      return p.map((value) => Math.min(1, m * value));
    case 'holm':
      return rising(p.map((value, i) => (m - i) * value));
    case 'hochberg':
      return falling(p.map((value, i) => (m - i) * value));
    case 'BH':
      return falling(p.map((value, i) => (m / (i + 1)) * value));
    case 'BY': {
      const harmonic = p.reduce((total, _, i) => total + 1 / (i + 1), 0);
      return falling(p.map((value, i) => ((harmonic * m) / (i + 1)) * value));
    }
    case 'hommel':
      return hommel(p);
  }
}

/** Running maximum from the smallest p, capped at 1. */
function rising(values: readonly number[]): number[] {
  let highest = 0;
  return values.map((value) => {
    highest = Math.max(highest, value);
    return Math.min(1, highest);
  });
}

/** Running minimum from the largest p, capped at 1. */
function falling(values: readonly number[]): number[] {
  let lowest = 1;
  const result = values.toReversed().map((value) => {
    lowest = Math.min(lowest, value);
    return lowest;
  });
  return result.toReversed();
}

/** Hommel's procedure by Wright's algorithm (Biometrics 48, 1992). `p` ascending. */
function hommel(p: readonly number[]): number[] {
  const n = p.length;
  const at = (i: number) => p[i] ?? 1;
  const least = Math.min(...p.map((value, i) => (n * value) / (i + 1)));
  let best = p.map(() => least);
  for (let m = n - 1; m >= 2; m--) {
    const cut = n - m + 1;
    const tail = Array.from({ length: m - 1 }, (_, k) => (m * at(cut + k)) / (k + 2));
    const floor = Math.min(...tail);
    const q = p.map((value, i) => (i < cut ? Math.min(m * value, floor) : 0));
    const last = q[cut - 1] ?? floor;
    best = best.map((value, i) => Math.max(value, i < cut ? (q[i] ?? 0) : last));
  }
  return p.map((value, i) => Math.max(best[i] ?? value, value));
}
