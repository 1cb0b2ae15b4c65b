/**
 * Edits (a character put in, taken out, changed, or two neighbours swapped) that make one text of another;
 * anything above `most` is given as `most + 1`. Optimal string alignment, in a band of 2·most + 1.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  // What both begin and end with costs nothing.
  let from = 0;
  const shorter = Math.min(a.length, b.length);
  while (from < shorter && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let same = 0;
  while (
    same < shorter - from &&
    a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)
  ) {
    same++;
  }
  return inBand(a.slice(from, a.length - same), b.slice(from, b.length - same), most);
}

function inBand(a: string, b: string, most: number): number {
  const [n, m] = [a.length, b.length];
  if (n === 0 || m === 0) return Math.min(n + m, most + 1);
  const beyond = most + 1;
  let before = new Uint16Array(m + 1);
  let above = new Uint16Array(m + 1);
  let row = new Uint16Array(m + 1);
  for (let j = 0; j <= m; j++) above[j] = Math.min(j, beyond);
  for (let i = 1; i <= n; i++) {
    row.fill(beyond);
    row[0] = Math.min(i, beyond);
    let least = row[0];
    for (let j = Math.max(1, i - most); j <= Math.min(m, i + most); j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (above[j - 1] as number) + (isSame ? 0 : 1),
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
      );
      const isSwap =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap) cost = Math.min(cost, (before[j - 2] as number) + 1);
      row[j] = Math.min(cost, beyond);
      if (cost < least) least = cost;
    }
    if (least > most) return beyond;
    [before, above, row] = [above, row, before];
  }
  return above[m] as number;
}
