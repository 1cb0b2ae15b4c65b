import { mean, variance } from '../numeric/moments.ts';

export interface GroupSummary {
  n: number;
  mean: number;
  /** Null for a single value. */
  variance: number | null;
}

/** @param groups none empty */
export function summarise(groups: readonly (readonly number[])[]): GroupSummary[] {
  return groups.map((group) => ({
    n: group.length,
    mean: mean(group),
    variance: variance(group),
  }));
}
