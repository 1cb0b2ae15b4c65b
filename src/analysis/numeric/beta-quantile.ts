import { incompleteBeta } from './incomplete-beta.ts';
import { monotoneRoot } from './root.ts';

/** The x with I_x(a, b) = p, by bisection of the incomplete beta function (its upper tail for p above ½). */
export function betaQuantile(p: number, a: number, b: number): number {
  return p <= 0.5
    ? monotoneRoot((x) => incompleteBeta(x, a, b) - p, 0, 1)
    : monotoneRoot((x) => 1 - p - incompleteBeta(1 - x, b, a, x), 0, 1);
}
