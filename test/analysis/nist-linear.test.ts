import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { linearRegression } from '../../src/analysis/statistics/linear-regression.ts';
import type { Term } from '../../src/analysis/statistics/model-input.ts';

interface Dataset {
  set: string;
  name: string;
  model: string;
  certified: {
    coef: Record<string, number>;
    se: Record<string, number>;
    residual_sd: number;
    r_squared: number;
    F: number | string;
  };
  data: { y: number[]; x: number[] | number[][] };
}

/** Digits that agree with the certified coefficients and standard errors at least; 13 unless given. */
const DIGITS: Readonly<Record<string, number>> = { Filip: 7.5 };

const file = fileURLToPath(new URL('../../../shared/reference/nist-strd.json', import.meta.url));

test('NIST linear regression datasets: as many digits as R, and more', () => {
  if (!existsSync(file)) {
    console.log(`Not compared with NIST: ${file} is not there.`);
    return;
  }
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Dataset[] };
  const linear = cases.filter((entry) => entry.set === 'linear_regression');
  expect(linear).toHaveLength(11);
  const lines = linear.map(({ name, model, certified, data }) => {
    const y = Float64Array.from(data.y);
    const result = linearRegression(
      { responses: { y }, terms: termsOf(model, data.x), rows: [...y.keys()] },
      'y',
      { intercept: !model.startsWith('y ~ 0') },
    );
    const least = DIGITS[name] ?? 13;
    const reached = {
      coefficients: fewest(result.coef, Object.values(certified.coef)),
      errors: fewest(result.se, Object.values(certified.se)),
      sigma: digits(result.sigma, certified.residual_sd),
      r2: digits(result.r2, certified.r_squared),
      F: typeof certified.F === 'string' ? null : fOf(result.F, certified.F),
    };
    for (const [what, number] of Object.entries(reached)) {
      if (number !== null) expect(number, `${name} ${what}`).toBeGreaterThanOrEqual(least);
    }
    if (typeof certified.F === 'string') expect(result.F, name).toHaveProperty('refused');
    const shown = Object.entries(reached).map(([what, n]) => `${what} ${n?.toFixed(1) ?? '∞'}`);
    return `${name.padEnd(9)} ${shown.join(', ')}`;
  });
  console.log(`Digits that agree with NIST:\n${lines.join('\n')}`);
});

function termsOf(model: string, x: readonly (number | number[])[]): Term[] {
  const degree = Number(/degree (\d+)/.exec(model)?.[1] ?? 1);
  const width = Array.isArray(x[0]) ? x[0].length : degree;
  return Array.from({ length: width }, (_, j) => ({
    name: `x${j + 1}`,
    values: Float64Array.from(x, (row) => (Array.isArray(row) ? (row[j] ?? 0) : row ** (j + 1))),
  }));
}

function fOf(F: { F: number } | { refused: unknown }, certified: number): number {
  return 'F' in F ? digits(F.F, certified) : 0;
}

function fewest(got: readonly number[], certified: readonly number[]): number {
  return Math.min(...certified.map((value, j) => digits(got[j] ?? Number.NaN, value)));
}

function digits(got: number, certified: number): number {
  if (got === certified) return 16;
  return Math.min(16, -Math.log10(Math.abs(got - certified) / Math.abs(certified || 1)));
}
