import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { descriptives } from '../../src/analysis/statistics/descriptives.ts';

interface Dataset {
  set: string;
  name: string;
  certified: { mean: number; sd: number };
  data: { y: number[] };
}

/** Digits that agree with the certified value; where R reaches fewer, so does the limit of a double. */
const SD_DIGITS: Readonly<Record<string, number>> = { NumAcc3: 9.4, NumAcc4: 8.2 };

const file = fileURLToPath(new URL('../../../shared/reference/nist-strd.json', import.meta.url));

test('NIST univariate datasets: mean to 14 digits, standard deviation as far as R', () => {
  if (!existsSync(file)) {
    console.log(`Not compared with NIST: ${file} is not there.`);
    return;
  }
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Dataset[] };
  const univariate = cases.filter((entry) => entry.set === 'univariate');
  expect(univariate).toHaveLength(9);
  for (const { name, certified, data } of univariate) {
    const { mean, sd } = descriptives(data.y);
    expect(digits(mean, certified.mean), `${name} mean`).toBeGreaterThanOrEqual(14);
    expect(digits(sd ?? 0, certified.sd), `${name} sd`).toBeGreaterThanOrEqual(
      SD_DIGITS[name] ?? 13,
    );
  }
});

function digits(got: number, certified: number): number {
  return got === certified ? 16 : -Math.log10(Math.abs(got - certified) / Math.abs(certified || 1));
}
