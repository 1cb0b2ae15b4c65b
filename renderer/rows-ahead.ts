/**
 * The rows that will be in view next, if scrolling goes on as it did since the last time; none while it stands
 * still. As it grows slower more often than faster, they begin before where it would come to.
 */
export function rowsAhead(
  [first, last]: readonly [first: number, last: number],
  before: number | undefined,
  rows: number,
): [first: number, last: number] | undefined {
  const moved = before === undefined ? 0 : first - before;
  if (moved === 0) return undefined;
  const height = last - first + 1;
  const near = first + Math.round(0.9 * moved);
  const far = first + moved;
  const top = Math.max(0, moved > 0 ? near : far - Math.ceil(height / 4));
  const bottom = Math.min(rows - 1, moved > 0 ? far + Math.ceil(1.25 * height) : near + height);
  return top <= bottom ? [top, bottom] : undefined;
}
