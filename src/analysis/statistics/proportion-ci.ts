import { betaQuantile } from '../numeric/beta-quantile.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { notComputable } from './read-input.ts';

type Bounds = [number, number];

export interface ProportionIntervals {
  p: number;
  wilson: Bounds;
  wilson_cc: Bounds;
  clopper_pearson: Bounds;
  agresti_coull_unclipped: Bounds;
  jeffreys: Bounds;
  wald_unclipped: Bounds;
}

/**
 * A proportion with the intervals in use (Brown, Cai & DasGupta, Statistical Science 16, 2001;
 * Newcombe, Statistics in Medicine 17, 1998, for Wilson's with continuity correction).
 * @throws Refusal `not-computable` for 0 of 0, and for more than all
 */
export function proportionCi(x: number, n: number, level = 0.95): ProportionIntervals {
  if (n === 0) throw notComputable('Proportion', '0 of 0 is no proportion.');
  if (x > n) throw notComputable('Proportion', `${x} of ${n} is more than all.`);
  const p = x / n;
  const z = normalQuantile(0.5 + level / 2);
  const adjusted = (x + (z * z) / 2) / (n + z * z);
  return {
    p,
    wilson: wilsonInterval(x, n, level),
    wilson_cc: wilsonCorrected(x, n, z),
    clopper_pearson: clopperPearson(x, n, level),
    agresti_coull_unclipped: around(
      adjusted,
      z * Math.sqrt((adjusted * (1 - adjusted)) / (n + z * z)),
    ),
    jeffreys: jeffreys(x, n, level),
    wald_unclipped: around(p, z * Math.sqrt((p * (1 - p)) / n)),
  };
}

/**
 * Wilson's score interval of a proportion (E. B. Wilson, JASA 22, 1927).
 * @param x how many; @param n of how many, at least 1
 * @returns bounds between 0 and 1
 */
export function wilsonInterval(x: number, n: number, level = 0.95): Bounds {
  const z = normalQuantile(0.5 + level / 2);
  const z2 = z * z;
  const centre = (x + z2 / 2) / (n + z2);
  const half = (z / (n + z2)) * Math.sqrt((x * (n - x)) / n + z2 / 4);
  return [x === 0 ? 0 : Math.max(0, centre - half), x === n ? 1 : Math.min(1, centre + half)];
}

/** The exact interval, from tail areas of the binomial distribution (Clopper & Pearson 1934). */
export function clopperPearson(x: number, n: number, level = 0.95): Bounds {
  const alpha = (1 - level) / 2;
  return [
    x === 0 ? 0 : betaQuantile(alpha, x, n - x + 1),
    x === n ? 1 : betaQuantile(1 - alpha, x + 1, n - x),
  ];
}

function wilsonCorrected(x: number, n: number, z: number): Bounds {
  const [p, q, z2] = [x / n, (n - x) / n, z * z];
  const root = (sign: number) => z * Math.sqrt(z2 - sign * 2 - 1 / n + 4 * p * (n * q + sign));
  const [below, above] = [2 * x + z2 - 1 - root(1), 2 * x + z2 + 1 + root(-1)];
  const scale = 2 * (n + z2);
  return [x === 0 ? 0 : Math.max(0, below / scale), x === n ? 1 : Math.min(1, above / scale)];
}

function jeffreys(x: number, n: number, level: number): Bounds {
  const alpha = (1 - level) / 2;
  const [a, b] = [x + 0.5, n - x + 0.5];
  return [x === 0 ? 0 : betaQuantile(alpha, a, b), x === n ? 1 : betaQuantile(1 - alpha, a, b)];
}

function around(centre: number, half: number): Bounds {
  return [centre - half, centre + half];
}
