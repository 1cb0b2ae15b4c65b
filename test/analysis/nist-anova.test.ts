import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { anovaOneway } from '../../src/analysis/statistics/anova-oneway.ts';

interface Dataset {
  set: string;
  name: string;
  certified: { ss_between: number; ss_within: number; F: number };
  data: { groups: number[][] };
}

/**
 * Digits of F that agree with the certified value at least; 13 unless given. The lower ones are all that
 * the values hold: 1000000000000.4 is no binary number, and exact fractions of the numbers it is rounded
 * to agree no further (AtmWtAg 10.15, SmLs04 to SmLs06 10.43, 10.21, 10.19, SmLs07 to SmLs09 4.41, 4.19,
 * 4.17 digits).
 */
const DIGITS: Readonly<Record<string, number>> = {
  AtmWtAg: 10.1,
  SmLs04: 10.4,
  SmLs05: 10.2,
  SmLs06: 10.1,
  SmLs07: 4.4,
  SmLs08: 4.1,
  SmLs09: 4.1,
};

const file = fileURLToPath(new URL('../../../shared/reference/nist-strd.json', import.meta.url));

test('NIST analysis of variance datasets: F to the digits that the values hold', () => {
  if (!existsSync(file)) {
    console.log(`Not compared with NIST: ${file} is not there.`);
    return;
  }
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Dataset[] };
  const sets = cases.filter((entry) => entry.set === 'anova');
  expect(sets).toHaveLength(11);
  const lines = sets.map(({ name, certified, data }) => {
    const { ss_between, ss_within, F } = anovaOneway(data.groups);
    const reached = digits(F ?? Number.NaN, certified.F);
    expect(reached, `${name} F`).toBeGreaterThanOrEqual(DIGITS[name] ?? 13);
    const between = digits(ss_between, certified.ss_between).toFixed(1);
    const within = digits(ss_within, certified.ss_within).toFixed(1);
    return `${name.padEnd(8)} F ${reached.toFixed(1)}, between ${between}, within ${within}`;
  });
  console.log(`Digits that agree with NIST:\n${lines.join('\n')}`);
});

function digits(got: number, certified: number): number {
  if (got === certified) return 16;
  return Math.min(16, -Math.log10(Math.abs(got - certified) / Math.abs(certified)));
}
