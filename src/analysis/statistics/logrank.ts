import { chiSquareLog10UpperTail, chiSquareUpperTail } from '../numeric/chi-square.ts';
import { solve } from '../numeric/solve.ts';
import { notComputable } from './read-input.ts';
import { momentsOf, type Survival } from './survival-input.ts';

/** Lists have one entry for each group. */
export interface Logrank {
  groups: string[];
  n: number[];
  observed: number[];
  /** Events to be expected if all groups had the same survival. */
  expected: number[];
  chisq: number;
  df: number;
  p: number;
  log10_p: number;
  /** Peto and Peto's test, which weighs early events more. */
  peto_peto_chisq: number;
  peto_peto_p: number;
}

interface Compared {
  observed: number[];
  expected: number[];
  variance: number[][];
}

/**
 * The log-rank test (Mantel, Cancer Chemotherapy Reports 50, 1966; Peto & Peto, JRSS A 135, 1972) and
 * Peto and Peto's test, events weighted with survival just before them (Harrington & Fleming, Biometrika
 * 69, 1982, ρ = 1).
 * @param groups of the rows in the order of the survival times
 * @throws Refusal `not-computable` with fewer than two groups at risk, or without events
 */
export function logrank(survival: Survival, groups: readonly string[]): Logrank {
  const names = [...new Set(groups)].sort(new Intl.Collator('en-GB', { numeric: true }).compare);
  const member = groups.map((group) => names.indexOf(group));
  const plain = compare(survival, member, names.length, false);
  const weighted = compare(survival, member, names.length, true);
  const used = names.flatMap((_, i) => ((plain.expected[i] ?? 0) > 0 ? [i] : []));
  if (used.length < 2) {
    throw notComputable(
      'Log-rank test',
      'events are required while two groups are under observation.',
    );
  }
  const df = used.length - 1;
  const chisq = quadraticForm(plain, used.slice(1));
  const peto = quadraticForm(weighted, used.slice(1));
  if (chisq === null || peto === null) {
    throw notComputable('Log-rank test', 'no two groups are under observation at the same event.');
  }
  return {
    groups: names,
    n: names.map((_, i) => member.filter((each) => each === i).length),
    observed: plain.observed,
    expected: plain.expected,
    chisq,
    df,
    p: chiSquareUpperTail(chisq, df),
    log10_p: chiSquareLog10UpperTail(chisq, df),
    peto_peto_chisq: peto,
    peto_peto_p: chiSquareUpperTail(peto, df),
  };
}

/** Observed and expected events with their hypergeometric covariance. */
function compare(
  survival: Survival,
  member: readonly number[],
  count: number,
  weighted: boolean,
): Compared {
  const observed = new Array<number>(count).fill(0);
  const expected = [...observed];
  const variance = observed.map(() => new Array<number>(count).fill(0));
  const atRisk = observed.map((_, g) => member.filter((each) => each === g).length);
  let surv = 1;
  for (const { start, end, atRisk: n, events: d } of momentsOf(survival)) {
    const weight = weighted ? surv : 1;
    const spread = n > 1 ? (weight * weight * d * (n - d)) / (n - 1) : 0;
    atRisk.forEach((own, g) => {
      expected[g] = (expected[g] ?? 0) + (weight * d * own) / n;
      const row = variance[g] ?? [];
      atRisk.forEach((other, h) => {
        row[h] = (row[h] ?? 0) + (spread * own * ((g === h ? n : 0) - other)) / (n * n);
      });
    });
    for (let i = start; i < end; i++) {
      const g = member[i] ?? 0;
      observed[g] = (observed[g] ?? 0) + weight * (survival.event[i] ?? 0);
      atRisk[g] = (atRisk[g] ?? 0) - 1;
    }
    surv *= (n - d) / n;
  }
  return { observed, expected, variance };
}

/** (O − E)ᵀ V⁻¹ (O − E) over the given groups; null when V is singular. */
function quadraticForm({ observed, expected, variance }: Compared, used: number[]): number | null {
  const distance = used.map((g) => (observed[g] ?? 0) - (expected[g] ?? 0));
  const weights = solve(
    used.map((g) => used.map((h) => variance[g]?.[h] ?? 0)),
    distance,
  );
  if (!weights) return null;
  return Math.max(
    0,
    distance.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0),
  );
}
