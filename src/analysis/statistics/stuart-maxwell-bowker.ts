import { chiSquareUpperTail } from '../numeric/chi-square.ts';
import { solve } from '../numeric/solve.ts';
import { notComputable } from './read-input.ts';

export interface StuartMaxwellBowker {
  stuart_maxwell: { chisq: number | null; df: number; p: number | null };
  bowker: {
    chisq: number;
    df_all_pairs: number;
    p_df_all_pairs: number;
    df_nonempty_pairs: number;
    p_df_nonempty_pairs: number | null;
  };
}

/**
 * Marginal homogeneity (Stuart, Biometrika 42, 1955; Maxwell, British Journal of Psychiatry 116, 1970)
 * and symmetry (Bowker, JASA 43, 1948) of a square table of the same categories before and after.
 * Categories that nobody left or entered are removed first. Bowker's χ² leaves pairs of cells out that
 * are both empty; its p is given with and without them among the degrees of freedom.
 * @throws Refusal `not-computable` for a table that is not square
 */
export function stuartMaxwellBowker(table: readonly (readonly number[])[]): StuartMaxwellBowker {
  const k = table.length;
  if (k < 2 || table[0]?.length !== k) {
    throw notComputable('Stuart–Maxwell', 'a square table of at least 2 categories is required.');
  }
  let chisq = 0;
  let nonempty = 0;
  for (let i = 0; i < k; i++) {
    for (let j = i + 1; j < k; j++) {
      const [there, back] = [at(table, i, j), at(table, j, i)];
      if (there + back === 0) continue;
      nonempty++;
      chisq += (there - back) ** 2 / (there + back);
    }
  }
  const all = (k * (k - 1)) / 2;
  return {
    stuart_maxwell: homogeneity(table),
    bowker: {
      chisq,
      df_all_pairs: all,
      p_df_all_pairs: chiSquareUpperTail(chisq, all),
      df_nonempty_pairs: nonempty,
      p_df_nonempty_pairs: nonempty > 0 ? chiSquareUpperTail(chisq, nonempty) : null,
    },
  };
}

function homogeneity(table: readonly (readonly number[])[]): StuartMaxwellBowker['stuart_maxwell'] {
  const sums = table.map((row, i) => ({
    before: row.reduce((a, b) => a + b, 0),
    after: table.reduce((a, line) => a + (line[i] ?? 0), 0),
    stayed: at(table, i, i),
    i,
  }));
  const moved = sums.filter(({ before, after, stayed }) => before + after > 2 * stayed);
  const used = moved.slice(0, -1);
  if (used.length === 0) return { chisq: null, df: 0, p: null };
  const d = used.map(({ before, after }) => before - after);
  const covariance = used.map((a) =>
    used.map((b) =>
      a.i === b.i
        ? a.before + a.after - 2 * a.stayed
        : -(at(table, a.i, b.i) + at(table, b.i, a.i)),
    ),
  );
  const weights = solve(covariance, d);
  const df = used.length;
  if (!weights) return { chisq: null, df, p: null };
  const chisq = Math.max(
    0,
    d.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0),
  );
  return { chisq, df, p: chiSquareUpperTail(chisq, df) };
}

function at(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}
