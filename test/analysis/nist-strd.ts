import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Dataset = { name: string } & (
  | { set: 'univariate'; certified: { mean: number; sd: number }; data: { y: number[] } }
  | { set: 'anova'; certified: { F: number; residual_sd: number }; data: { groups: number[][] } }
  | {
      set: 'linear_regression';
      model: string;
      certified: {
        coef: Record<string, number>;
        se: Record<string, number>;
        residual_sd: number;
        F: number | string;
      };
      data: { y: number[]; x: number[] | number[][] };
    }
);

const PATH = 'shared/reference/nist-strd.json';

/**
 * NIST's Statistical Reference Datasets with certified values. They are read in place, from a folder
 * `shared` beside the repository or above it, and are no part of it; null where they are not there.
 */
export function nistDatasets(): Dataset[] | null {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, PATH))) {
    if (dirname(folder) === folder) return null;
    folder = dirname(folder);
  }
  return (JSON.parse(readFileSync(join(folder, PATH), 'utf8')) as { cases: Dataset[] }).cases;
}

/**
 * Digits that agree with the certified value, the log relative error (absolute where that is 0), at most
 * 15, which is as many as NIST certifies.
 */
export function digits(got: number, certified: number): number {
  if (got === certified) return 15;
  const error = Math.abs(got - certified) / Math.abs(certified || 1);
  return Math.min(15, Math.max(0, -Math.log10(error)));
}
