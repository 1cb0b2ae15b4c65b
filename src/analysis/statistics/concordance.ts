import { momentsOf, type Survival } from './survival-input.ts';

/**
 * Harrell's C: of the pairs of which it is known who had the event first, the share in which that one had
 * the higher prediction, ties of predictions counted half (Harrell et al., JAMA 247, 1982). Null without
 * such pairs. Whose observation only ends at the time of an event outlives it.
 * @param prediction in the order of the survival times
 */
export function concordance(survival: Survival, prediction: Float64Array): number | null {
  const levels = [...new Set(prediction)].sort((a, b) => a - b);
  const levelOf = new Map(levels.map((value, i) => [value, i]));
  const level = Array.from(prediction, (value) => levelOf.get(value) ?? 0);
  const outliving = new CountTree(levels.length);
  let [agreeing, pairs] = [0, 0];
  for (const { start, end } of momentsOf(survival).reverse()) {
    const here = level
      .slice(start, end)
      .map((own, i) => ({ own, seen: survival.event[start + i] }));
    for (const { own, seen } of here) if (seen === 0) outliving.add(own);
    for (const { own, seen } of here) {
      if (seen === 0) continue;
      agreeing += (outliving.below(own) + outliving.below(own + 1)) / 2;
      pairs += outliving.size;
    }
    for (const { own, seen } of here) if (seen === 1) outliving.add(own);
  }
  return pairs === 0 ? null : agreeing / pairs;
}

/** How many of the added numbers are below another (P. M. Fenwick, Software: Practice and Experience 24, 1994). */
class CountTree {
  size = 0;
  private readonly counts: Float64Array;

  constructor(levels: number) {
    this.counts = new Float64Array(levels + 1);
  }

  add(level: number): void {
    this.size++;
    for (let i = level + 1; i < this.counts.length; i += i & -i) {
      this.counts[i] = (this.counts[i] ?? 0) + 1;
    }
  }

  below(level: number): number {
    let total = 0;
    for (let i = level; i > 0; i -= i & -i) total += this.counts[i] ?? 0;
    return total;
  }
}
