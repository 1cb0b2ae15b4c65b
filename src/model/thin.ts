/** More lines of people, or points of a group, are not told apart. */
export const MOST_LINES = 300;
export const MOST_POINTS = 300;

/**
 * An even sample: every k-th item in the order of `rank`, first and last included, so that the spread stays
 * as it is. The same items every time. All of them, in their own order, where there are at most `most`.
 */
export function thin<T>(items: readonly T[], most: number, rank: (item: T) => number): T[] {
  if (items.length <= most) return [...items];
  const ordered = items.map((item) => ({ item, at: rank(item) })).sort((a, b) => a.at - b.at);
  return spaced(ordered.length, most).flatMap((i) => {
    const entry = ordered[i];
    return entry === undefined ? [] : [entry.item];
  });
}

/** Evenly spaced positions in a list, first and last included; all of them where there are at most `most`. */
export function spaced(length: number, most: number): number[] {
  if (length <= most) return Array.from({ length }, (_, i) => i);
  const stride = (length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => Math.round(i * stride));
}
