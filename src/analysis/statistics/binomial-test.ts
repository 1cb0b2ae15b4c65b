import { binomialCdf, binomialLogDensity, binomialUpperTail } from '../numeric/binomial.ts';
import { firstWhere } from '../numeric/first-where.ts';
import { notComputable, wrongInput } from './read-input.ts';

export interface BinomialTest {
  p_two_sided: number;
  p_less: number;
  p_greater: number;
}

/** Numbers of successes count as equally likely within this share, as in R. */
const SLACK = Math.log1p(1e-7);

/**
 * The exact test of a proportion (Clopper & Pearson 1934). Two-sided: all numbers of successes that are
 * no more likely than the observed one, as R's `binom.test`.
 * @throws Refusal `not-computable` for no trials or more successes than trials, `unreadable-input` for a
 *   proportion outside 0 to 1
 */
export function binomialTest(x: number, n: number, p0: number): BinomialTest {
  if (p0 < 0 || p0 > 1) throw wrongInput(`“p0” must lie between 0 and 1, and ${p0} does not.`);
  if (n === 0) throw notComputable('Binomial test', 'there are no trials.');
  if (x > n) throw notComputable('Binomial test', `${x} of ${n} is more than all.`);
  return {
    p_two_sided: twoSided(x, n, p0),
    p_less: binomialCdf(x, n, p0),
    p_greater: binomialUpperTail(x, n, p0),
  };
}

function twoSided(x: number, n: number, p: number): number {
  if (p === 0 || p === 1) return x === n * p ? 1 : 0;
  if (x === n * p) return 1;
  const limit = binomialLogDensity(x, n, p) + SLACK;
  const unlikely = (k: number) => binomialLogDensity(k, n, p) <= limit;
  if (x < n * p) {
    const from = firstWhere(Math.ceil(n * p), n + 1, unlikely);
    return Math.min(1, binomialCdf(x, n, p) + binomialUpperTail(from, n, p));
  }
  const beyond = firstWhere(0, Math.floor(n * p) + 1, (k) => !unlikely(k));
  return Math.min(1, binomialUpperTail(x, n, p) + binomialCdf(beyond - 1, n, p));
}
