import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { ACCEPTED } from '../../src/analysis/statistics/accepted.ts';
import { STATISTICS } from '../../src/analysis/statistics.ts';
import { statsCommand } from '../../src/cli/commands/stats.ts';
import type { Task } from '../../src/model/project.ts';
import { casesIn, compared, notFinite, referenceFile, type Tolerances } from './reference.ts';

/**
 * Where they are not 1e-9, and 1e-8 for p: as the cases state them. The noncentral t of R is good to 1e-6;
 * its optimisers of factors stop early; Royston's W and p are given with few digits; R interpolates profile
 * intervals and searches the bounds of Hodges and Lehmann's to an absolute 1e-6.
 */
const NONCENTRAL = { d_ci_noncentral_t: 1e-6, dz_ci_noncentral_t: 1e-6, g_ci_exactJ: 1e-6 };
const T_TESTS = { default: 1e-10, p: 1e-9, ...NONCENTRAL };
const TOLERANCES: Readonly<Record<string, Tolerances>> = {
  t_one_sample: T_TESTS,
  t_independent: T_TESTS,
  t_paired: T_TESTS,
  anova_oneway: { default: 1e-10, p: 1e-8 },
  crosstab: { fisher: 1e-8 },
  wilcoxon_signed_rank: { hl_ci_asymptotic_cc: 1e-6 },
  mann_whitney: { hl_ci_asymptotic_cc: 1e-6 },
  shapiro_wilk: { W: 1e-7, p: 1e-5 },
  logistic_regression: { or_ci_profile: 1e-4 },
  reliability: {
    default: 1e-10,
    omega_total_cfa_ml_raw: 1e-5,
    cfa_loadings_raw: 1e-5,
    omega_standardized_cfa_ml: 1e-5,
    omega_minres_correlation: 5e-4,
  },
};

const FILES = [
  { name: 'stats-vectors.json', cases: 162 },
  { name: 'more-vectors.json', cases: 270 },
] as const;

interface Answer {
  id: string;
  result?: unknown;
  refused?: { message: string };
}

const task = {} as Task;

describe.each(FILES)('attune stats $name', ({ name, cases: count }) => {
  const cases = casesIn(name);
  const largest = new Map<string, { error: number; at: string }>();
  const answers = answersOf(name);

  test(`answers ${count} cases, one answer each`, async () => {
    expect(cases).toHaveLength(count);
    expect((await answers).map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
  });

  test.each(cases.map((entry, i) => ({ ...entry, i })))(
    '$id',
    async ({ i, expected, ...entry }) => {
      const answer = (await answers)[i];
      if ('error' in expected) {
        expect(answer?.refused?.message).toMatch(/\.$/);
        return;
      }
      expect(answer?.refused).toBeUndefined();
      expect(notFinite(answer?.result)).toEqual([]);
      // R names the terms after columns that the input does not name.
      const { terms, ...values } = expected;
      const all = compared(values, answer?.result, TOLERANCES[entry.test] ?? {});
      if (Array.isArray(terms)) {
        expect(answer?.result).toHaveProperty('terms.length', terms.length);
      }
      const wrong = all.filter(({ error, within }) => !(error <= within));
      expect(wrong.map(({ path, said }) => `${path}: ${said}`)).toEqual([]);
      for (const { error, path } of all) {
        const before = largest.get(entry.test);
        if (!before || error > before.error) {
          largest.set(entry.test, { error, at: `${entry.id}${path}` });
        }
      }
    },
  );

  afterAll(() => {
    const lines = [...largest].map(
      ([test, { error, at }]) => `${test.padEnd(24)} ${error.toExponential(1)}  ${at}`,
    );
    const most = [...largest.values()].reduce((a, b) => (b.error > a.error ? b : a));
    console.log(
      `Largest relative errors in ${name}:\n${lines.join('\n')}\noverall ${most.error.toExponential(1)}, ${most.at}`,
    );
  });
});

test('every statistic has reference cases, and says what it takes', () => {
  const known = new Set(FILES.flatMap(({ name }) => casesIn(name)).map((entry) => entry.test));
  expect([...known].sort()).toEqual(Object.keys(STATISTICS).sort());
  expect(Object.keys(ACCEPTED).sort()).toEqual(Object.keys(STATISTICS).sort());
});

async function answersOf(name: (typeof FILES)[number]['name']): Promise<Answer[]> {
  const positionals = [fileURLToPath(referenceFile(name))];
  const { json } = await statsCommand.run({ positionals, values: {} }, task);
  return (json as { results: Answer[] }).results;
}
