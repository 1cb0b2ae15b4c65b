/** Numbers that often stand for "no answer" in questionnaires and registers. */
const CANDIDATES = [-999, -99, -9, -8, -1, 8, 9, 77, 88, 97, 98, 99, 777, 888, 997, 998, 999, 9999];

/** A candidate that is not far from the rest is told by how often it occurs, against the mean of these. */
const [OFTEN, NEAR] = [4, 5];

/** With so many different numbers a column measures something, and has no codes. */
const TOO_MANY = 2_000;

export interface CodesApart {
  codes: readonly number[];
  /** All other whole numbers that nobody has decided about lie between these. */
  low: number;
  high: number;
}

/**
 * Whole numbers that could stand for "no answer" and lie apart from all others; undefined where there are none.
 * @param wholes how often each whole number occurs
 * @param total numbers in all
 * @param decided numbers that somebody has decided about
 */
export function codesApart(
  wholes: ReadonlyMap<number, number>,
  total: number,
  decided: ReadonlySet<number> = new Set(),
): CodesApart | undefined {
  if (wholes.size < 3 || wholes.size >= TOO_MANY) return undefined;
  const rest = [...wholes.keys()].filter((value) => !CANDIDATES.includes(value));
  if (rest.length < 2) return undefined;
  const low = Math.min(...rest);
  const high = Math.max(...rest);
  const usual = rest.reduce((sum, value) => sum + (wholes.get(value) ?? 0), 0) / rest.length;
  const codes = CANDIDATES.filter((value) => {
    const n = wholes.get(value) ?? 0;
    if (n === 0 || decided.has(value) || n > total / 2) return false;
    if (value < 0) return low >= 0;
    if (value < 10) return low >= 0 && value > high + 1;
    const isOften = n >= OFTEN * usual && value - high > NEAR;
    return isOften || value - high > Math.max(10, (high - low) / 2);
  });
  if (codes.length === 0) return undefined;
  const others = [...wholes.keys()].filter(
    (value) => !codes.includes(value) && !decided.has(value),
  );
  return { codes, low: Math.min(...others), high: Math.max(...others) };
}
