import { expect, test } from 'vitest';
import { tryMutants } from './mutants/try-mutants.ts';

/**
 * A tenth of what `node test/import/mutants/run.ts csv` and `… xlsx` try. Each mutant is read in a
 * process that is watched, and held against a slow reading that shares no code with the import.
 */
const MUTANTS = 1_000;
const FIRST_SEED = 20_260_000;
/** Mutants that once did what they should not. */
const KEPT = {
  csv: [],
  xlsx: [10, 12, 30, 36, 50, 103, 661, 3229, 5643, 6475, 8529, 8581, 9079, 12181],
};

test.each(['csv', 'xlsx'] as const)(
  `${MUTANTS} mutants of %s: as counted, or refused`,
  async (kind) => {
    const { loaded, refused, faults } = await tryMutants(kind, FIRST_SEED, MUTANTS, KEPT[kind]);
    expect(faults).toEqual([]);
    expect(loaded).toBeGreaterThan(MUTANTS / 4);
    expect(refused).toBeGreaterThan(MUTANTS / 4);
  },
  600_000,
);
