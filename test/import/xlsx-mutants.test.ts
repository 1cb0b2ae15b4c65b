import { expect, test } from 'vitest';
import type { Receipt } from '../../src/model/importing.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { fileOf, preview } from './fixtures.ts';
import { type Mutant, mutantBook } from './xlsx-mutant.ts';

/** `ATTUNE_MUTANTS=10000 npx vitest run test/import/xlsx-mutants.test.ts` tries more of them. */
const MUTANTS = Number(process.env.ATTUNE_MUTANTS ?? 1_000);
const FIRST_SEED = 20_260_000;
/** Mutants that once did what they should not. */
const KEPT: readonly number[] = [20_262_563, 20_266_446];
const LONGEST = 5_000;

test(`${MUTANTS} mutants of workbooks: a table whose sums hold, or a refusal`, async () => {
  const counts = { loaded: 0, counted: 0, refused: 0 };
  const seeds = [...KEPT, ...Array.from({ length: MUTANTS }, (_, i) => FIRST_SEED + i)];
  const wrong: string[] = [];
  for (const seed of seeds) {
    const mutant = mutantBook(seed);
    const start = performance.now();
    const found = await outcome(mutant);
    const took = performance.now() - start;
    if (typeof found === 'string' || took > LONGEST) {
      wrong.push(`${seed} (${mutant.done}): ${found}, ${took.toFixed(0)} ms`);
    } else if (found instanceof Refusal) {
      counts.refused++;
    } else {
      counts.loaded++;
      if (mutant.rows !== null) counts.counted++;
    }
  }
  expect(wrong).toEqual([]);
  expect(counts.loaded).toBeGreaterThan(MUTANTS / 4);
  expect(counts.counted).toBeGreaterThan(MUTANTS / 8);
  expect(counts.refused).toBeGreaterThan(MUTANTS / 4);
}, 600_000);

/** The receipt, the refusal, or what is wrong. */
async function outcome(mutant: Mutant): Promise<Receipt | Refusal | string> {
  try {
    const { receipt } = await preview(fileOf(mutant.bytes, 'mutant.xlsx'));
    return faultOf(receipt, mutant.rows) ?? receipt;
  } catch (error) {
    return error instanceof Refusal ? error : String(error);
  }
}

function faultOf(receipt: Receipt, rows: number | null): string | undefined {
  const { read, loaded, quarantined, skipped, blank, cells } = receipt;
  if (read !== loaded + quarantined + skipped + blank) return 'rows do not add up';
  if (cells.total !== cells.typed + cells.missing + cells.empty + cells.asText) {
    return 'cells do not add up';
  }
  return rows === null || rows === read ? undefined : `${read} rows read, ${rows} counted`;
}
