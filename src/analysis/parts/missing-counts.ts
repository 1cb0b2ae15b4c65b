import type { MissingCount } from '../../model/result.ts';

/** Counts reasons (null = not missing), most frequent first, equal ones in alphabetical order. */
export function missingCounts(reasons: Iterable<string | null>): MissingCount[] {
  const counts = new Map<string, number>();
  for (const reason of reasons) {
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return missingTotals([...counts].map(([reason, n]) => ({ reason, n })));
}

/** The counts with each reason once, most frequent first, equal ones in alphabetical order. */
export function missingTotals(counts: readonly MissingCount[]): MissingCount[] {
  const totals = new Map<string, number>();
  for (const { reason, n } of counts) {
    if (n > 0) totals.set(reason, (totals.get(reason) ?? 0) + n);
  }
  return [...totals]
    .map(([reason, n]) => ({ reason, n }))
    .sort((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1));
}

/** How many are missing for whatever reason. */
export function missingTotal(counts: readonly MissingCount[]): number {
  return counts.reduce((total, entry) => total + entry.n, 0);
}

/** "3 missing (2 empty, 1 not stated)"; with semicolons where a reason holds a comma; '' when none are. */
export function missingWords(counts: readonly MissingCount[]): string {
  const total = missingTotal(counts);
  if (total === 0) return '';
  if (counts.length === 1) return `${total} missing (${counts[0]?.reason})`;
  const comma = counts.some(({ reason }) => reason.includes(','));
  const reasons = counts.map(({ reason, n }) => `${n} ${reason}`);
  return `${total} missing (${reasons.join(comma ? '; ' : ', ')})`;
}
