import { momentsOf, type Survival } from './survival-input.ts';

/** How events at the same time are treated. */
export type Ties = 'efron' | 'breslow';

export interface PartialLikelihood {
  loglik: number;
  score: number[];
  information: number[][];
}

/**
 * Cox's partial log likelihood with its first derivatives and its negative second ones
 * (D. R. Cox, JRSS B 34, 1972; ties by Efron, JASA 72, 1977, or Breslow, Biometrics 30, 1974).
 * @param columns of the predictors in the order of the survival times
 */
export function partialLikelihood(
  survival: Survival,
  columns: readonly Float64Array[],
  coefficients: readonly number[],
  ties: Ties,
): PartialLikelihood {
  const k = columns.length;
  const eta = linearPredictor(columns, coefficients, survival.time.length);
  const top = eta.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const score = new Array<number>(k).fill(0);
  const information = score.map(() => new Array<number>(k).fill(0));
  const risk = emptySums(k);
  let loglik = 0;
  for (const { start, end, events } of momentsOf(survival).reverse()) {
    const dying = emptySums(k);
    for (let i = start; i < end; i++) {
      const x = columns.map((column) => column[i] ?? 0);
      const weight = Math.exp((eta[i] ?? 0) - top);
      addTo(risk, x, weight);
      if (survival.event[i] !== 1) continue;
      addTo(dying, x, weight);
      loglik += (eta[i] ?? 0) - top;
      x.forEach((value, a) => {
        score[a] = (score[a] ?? 0) + value;
      });
    }
    for (let event = 0; event < events; event++) {
      const share = ties === 'efron' ? event / events : 0;
      const s0 = risk.s0 - share * dying.s0;
      const mean = risk.s1.map((value, a) => (value - share * (dying.s1[a] ?? 0)) / s0);
      loglik -= Math.log(s0);
      for (let a = 0; a < k; a++) {
        score[a] = (score[a] ?? 0) - (mean[a] ?? 0);
        const row = information[a] ?? [];
        for (let b = 0; b < k; b++) {
          const square = ((risk.s2[a]?.[b] ?? 0) - share * (dying.s2[a]?.[b] ?? 0)) / s0;
          row[b] = (row[b] ?? 0) + square - (mean[a] ?? 0) * (mean[b] ?? 0);
        }
      }
    }
  }
  return { loglik, score, information };
}

/** Σ bⱼ xⱼ for every row. */
export function linearPredictor(
  columns: readonly Float64Array[],
  coefficients: readonly number[],
  n: number,
): Float64Array {
  return Float64Array.from({ length: n }, (_, i) =>
    columns.reduce((total, column, j) => total + (coefficients[j] ?? 0) * (column[i] ?? 0), 0),
  );
}

interface Sums {
  s0: number;
  s1: number[];
  s2: number[][];
}

function emptySums(k: number): Sums {
  const s1 = new Array<number>(k).fill(0);
  return { s0: 0, s1, s2: s1.map(() => new Array<number>(k).fill(0)) };
}

function addTo(sums: Sums, x: readonly number[], weight: number): void {
  sums.s0 += weight;
  x.forEach((value, a) => {
    sums.s1[a] = (sums.s1[a] ?? 0) + weight * value;
    const row = sums.s2[a] ?? [];
    x.forEach((other, b) => {
      row[b] = (row[b] ?? 0) + weight * value * other;
    });
  });
}
