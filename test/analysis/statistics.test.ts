import { describe, expect, test } from 'vitest';
import { STATISTICS } from '../../src/analysis/statistics.ts';
import { casesOf, expectAgreement, type Tolerances } from './reference.ts';

const NONCENTRAL: Tolerances = {
  dz_ci_noncentral_t: 1e-6,
  d_ci_noncentral_t: 1e-6,
  g_ci_exactJ: 1e-6,
};

const TESTS: readonly { name: string; cases: number; tolerances?: Tolerances }[] = [
  { name: 'descriptives', cases: 9 },
  { name: 'frequencies', cases: 3 },
  { name: 'crosstab', cases: 9, tolerances: { fisher: 1e-8 } },
  { name: 't_paired', cases: 7, tolerances: NONCENTRAL },
  { name: 'wilcoxon_signed_rank', cases: 8, tolerances: { hl_ci_asymptotic_cc: 1e-6 } },
  { name: 'stuart_maxwell_bowker', cases: 4 },
  { name: 'shapiro_wilk', cases: 7, tolerances: { W: 1e-7, p: 1e-5 } },
  { name: 'p_adjust', cases: 4 },
];

describe.each(TESTS)('$name agrees with R', ({ name, cases, tolerances }) => {
  const entries = casesOf(name);

  test(`there are ${cases} cases`, () => {
    expect(entries).toHaveLength(cases);
  });

  test.each(entries)('$id', (entry) => {
    expectAgreement(entry, () => STATISTICS[name]?.(entry.input, entry.options), tolerances);
  });
});
