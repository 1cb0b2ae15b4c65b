const SAME = Math.sqrt(Number.EPSILON);

/**
 * The first time at which a falling curve is at most one half; where it stays at exactly one half for a
 * while, the middle between that time and the next drop. Null when it never falls so far.
 * @param curve one value for each time; null where there is none
 */
export function medianTime(
  time: readonly number[],
  curve: readonly (number | null)[],
): number | null {
  const low = time.flatMap((at, i) => {
    const value = curve[i] ?? null;
    return value !== null && value < 0.5 + SAME ? [{ at, value }] : [];
  });
  const [first] = low;
  if (!first) return null;
  if (Math.abs(first.value - 0.5) >= SAME) return first.at;
  const drop = low.find(({ value }) => value < first.value);
  return drop ? (first.at + drop.at) / 2 : first.at;
}
