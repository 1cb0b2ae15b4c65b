import { logFactorials } from '../numeric/log-factorials.ts';
import { notComputable } from './read-input.ts';

/** How many steps are taken before the exact p is given up. */
const WORK_LIMIT = 20_000_000;
const TOLERANCE = 1e-7;

/** What can still come from a node on: ln of the largest and smallest product of 1/x! over completions. */
interface Bounds {
  max: number;
  min: number;
}

/** Paths that reached a node with (nearly) the same weight. */
interface Past {
  log: number;
  paths: number;
}

/**
 * Fisher's exact test of an r × c table (Freeman & Halton, Biometrika 38, 1951): the probability of all
 * tables with these margins that are no more likely than the observed one.
 *
 * The idea of the network algorithm of Mehta & Patel (JASA 78, 1983): columns are filled one after the
 * other; what is left of the row totals is a node; a path whose every completion is on the same side
 * of the observed probability is counted whole, without being followed.
 * @throws Refusal `not-computable` when the table is too large for it
 */
export function fisherRxC(table: readonly (readonly number[])[]): number {
  const { rows, cols, cells } = smallerFirst(table);
  const n = rows.reduce((a, b) => a + b, 0);
  const ln = logFactorials(n);
  const f = (k: number) => ln[k] ?? 0;
  const constant = [...rows, ...cols].reduce((total, k) => total + f(k), 0) - f(n);
  const observed = cells.reduce((total, k) => total - f(k), 0);
  const limit = observed + Math.log1p(TOLERANCE);
  const work = { left: WORK_LIMIT };
  const bounds = boundsFinder(cols, f, work);

  let p = 0;
  let stage = new Map<string, { left: number[]; pasts: Map<number, Past> }>();
  stage.set(rows.join(), { left: rows, pasts: new Map([[0, { log: 0, paths: 1 }]]) });
  for (let column = 0; column < cols.length; column++) {
    const next: typeof stage = new Map();
    const rest = cols.slice(column + 1);
    const restTotal = rest.reduce((a, b) => a + b, 0);
    const restCols = rest.reduce((total, k) => total + f(k), 0);
    for (const { left, pasts } of stage.values()) {
      for (const { remaining, weight } of fillings(left, cols[column] ?? 0, f, work)) {
        const key = remaining.join();
        const { max, min } = bounds(remaining, column + 1);
        const whole = f(restTotal) - restCols - remaining.reduce((total, k) => total + f(k), 0);
        for (const past of pasts.values()) {
          spend(work);
          const log = past.log + weight;
          if (log + min > limit) continue;
          if (log + max <= limit) {
            p += past.paths * Math.exp(log + whole + constant);
            continue;
          }
          const node = next.get(key) ?? { left: remaining, pasts: new Map<number, Past>() };
          next.set(key, node);
          const bucket = Math.round(log * 1e9);
          const same = node.pasts.get(bucket);
          if (same) same.paths += past.paths;
          else node.pasts.set(bucket, { log, paths: past.paths });
        }
      }
    }
    stage = next;
  }
  return Math.min(1, p);
}

function boundsFinder(cols: readonly number[], f: (k: number) => number, work: { left: number }) {
  const known = new Map<string, Bounds>();
  const find = (left: readonly number[], column: number): Bounds => {
    if (column === cols.length) return { max: 0, min: 0 };
    const key = `${column}:${left.join()}`;
    const before = known.get(key);
    if (before) return before;
    const bounds = { max: Number.NEGATIVE_INFINITY, min: Number.POSITIVE_INFINITY };
    for (const { remaining, weight } of fillings(left, cols[column] ?? 0, f, work)) {
      const rest = find(remaining, column + 1);
      bounds.max = Math.max(bounds.max, weight + rest.max);
      bounds.min = Math.min(bounds.min, weight + rest.min);
    }
    known.set(key, bounds);
    return bounds;
  };
  return find;
}

/** All ways to take a column's total out of what is left of the rows; what remains is sorted, as rows are interchangeable. */
function* fillings(
  left: readonly number[],
  total: number,
  f: (k: number) => number,
  work: { left: number },
): Generator<{ remaining: number[]; weight: number }> {
  const room = left.map((_, i) => left.slice(i + 1).reduce((a, b) => a + b, 0));
  const remaining = [...left];
  function* fill(i: number, toPlace: number, weight: number): ReturnType<typeof fillings> {
    spend(work);
    if (i === left.length) {
      yield { remaining: [...remaining].sort((a, b) => a - b), weight };
      return;
    }
    const here = left[i] ?? 0;
    for (let k = Math.max(0, toPlace - (room[i] ?? 0)); k <= Math.min(here, toPlace); k++) {
      remaining[i] = here - k;
      yield* fill(i + 1, toPlace - k, weight - f(k));
    }
  }
  yield* fill(0, total, 0);
}

/** Rows and columns without zeros, the shorter side as the rows: fewer nodes. */
function smallerFirst(table: readonly (readonly number[])[]) {
  const add = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const rows = table.map(add).filter((k) => k > 0);
  const cols = (table[0] ?? [])
    .map((_, j) => add(table.map((row) => row[j] ?? 0)))
    .filter((k) => k > 0);
  const [short, long] = rows.length <= cols.length ? [rows, cols] : [cols, rows];
  return {
    rows: short.sort((a, b) => a - b),
    cols: long.sort((a, b) => b - a),
    cells: table.flat(),
  };
}

function spend(work: { left: number }): void {
  if (--work.left < 0) {
    throw notComputable(
      'Fisher’s exact test',
      'the table is too large for the exact p.',
      'Join small categories, or use the chi-square test.',
    );
  }
}
