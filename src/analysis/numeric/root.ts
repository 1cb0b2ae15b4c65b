/**
 * A root of a monotone function between two points at which its signs differ, to the last bit, also of
 * step functions (it then finds the jump). Steps by proportion, the end that stays counting half each time
 * (the Illinois rule; M. Dowell & P. Jarratt, BIT 11, 1971, 168–174), and every third one halfway, which
 * bounds their number.
 */
export function monotoneRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [atA, atB] = [f(a), f(b)];
  const rising = atA < 0;
  for (let round = 0; round < 600; round++) {
    const middle = a + (b - a) / 2;
    if (middle === a || middle === b) break;
    const step = a + (b - a) * (atA / (atA - atB));
    const x = round % 3 < 2 && step > a && step < b ? step : middle;
    const value = f(x);
    if (value < 0 === rising) {
      [a, atA] = [x, value];
      atB /= 2;
    } else {
      [b, atB] = [x, value];
      atA /= 2;
    }
  }
  return a + (b - a) / 2;
}
