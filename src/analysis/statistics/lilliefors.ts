import type { Numbers } from '../numeric/floats.ts';
import { normalUpperTail } from '../numeric/normal.ts';
import { standardised } from './standardised.ts';

export interface Lilliefors {
  n: number;
  D: number;
  /** An approximation; 1 and 0 mean beyond the range of Stephens' tables. */
  p: number;
}

/** Stephens' p of the modified D: up to which value, and the polynomial there, constant first. */
const ABOVE_TENTH: readonly (readonly [upTo: number, polynomial: readonly number[]])[] = [
  [0.302, [1]],
  [0.5, [2.76773, -19.828315, 80.709644, -138.55152, 81.218052]],
  [0.9, [-4.901232, 40.662806, -97.490286, 94.029866, -32.355711]],
  [1.31, [6.198765, -19.558097, 23.186922, -12.234627, 2.423045]],
];

/**
 * The largest distance between the distribution of the values and the normal one of their mean and SD
 * (Lilliefors, JASA 62, 1967). p by Dallal and Wilkinson (The American Statistician 40, 1986), and where
 * that is above .1, outside its range, from Stephens' modified statistic (JASA 69, 1974), as in R's nortest.
 * @throws Refusal `not-computable` below five values, and when they are all the same
 */
export function lilliefors(values: Numbers): Lilliefors {
  const z = standardised('Lilliefors', values, 5);
  const n = z.length;
  const D = z.reduce((most, value, i) => {
    const [below, above] = [normalUpperTail(-value), normalUpperTail(value)];
    return Math.max(most, (i + 1) / n - below, (n - i) / n - above);
  }, 0);
  return { n, D, p: pValue(D, n) };
}

function pValue(D: number, n: number): number {
  const [d, size] = n <= 100 ? [D, n] : [D * (n / 100) ** 0.49, 100];
  const root = d * Math.sqrt(size + 2.78019);
  const p = Math.exp(
    -7.01256 * root * root +
      2.99587 * root -
      0.122119 +
      0.974598 / Math.sqrt(size) +
      1.67997 / size,
  );
  if (p <= 0.1) return p;
  const modified = (Math.sqrt(n) - 0.01 + 0.85 / Math.sqrt(n)) * D;
  const [, polynomial = [0]] = ABOVE_TENTH.find(([upTo]) => modified <= upTo) ?? [];
  const value = polynomial.reduceRight((total, coefficient) => total * modified + coefficient, 0);
  return Math.min(1, Math.max(0, value));
}
