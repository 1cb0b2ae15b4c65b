import { logFactorials } from '../numeric/log-factorials.ts';
import { notComputable } from './read-input.ts';

/** How many steps are taken before the exact p is given up. */
const WORK_LIMIT = 24_000_000;
/** A filling costs about as much as this many comparisons. */
const FILLING = 8;
const TOLERANCE = 1e-7;
/** Of the counts together; beyond it the table would be given up in any case. */
const LARGEST = 1_000_000;

/** What can still come from a node on: ln of the largest and smallest product of 1/x! over completions. */
interface Bounds {
  max: number;
  min: number;
}

/** A state of what is left of the row totals, and the paths that lead to it. */
interface Node {
  left: readonly number[];
  pasts: Map<number, Past>;
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
  if (n > LARGEST) throw tooLarge();
  const ln = logFactorials(n);
  const f = (k: number) => ln[k] ?? 0;
  const constant = [...rows, ...cols].reduce((total, k) => total + f(k), 0) - f(n);
  const observed = cells.reduce((total, k) => total - f(k), 0);
  const limit = observed + Math.log1p(TOLERANCE);
  const work = { left: WORK_LIMIT };
  const bounds = boundsFinder(cols, f, work);

  let p = 0;
  let stage = new Map<string, Node>();
  stage.set(rows.join(), { left: rows, pasts: new Map([[0, { log: 0, paths: 1 }]]) });
  for (let column = 0; column < cols.length; column++) {
    const next = new Map<string, Node>();
    const rest = cols.slice(column + 1);
    const restTotal = rest.reduce((a, b) => a + b, 0);
    const lnRest = f(restTotal) - rest.reduce((total, k) => total + f(k), 0) + constant;
    for (const { left, pasts } of stage.values()) {
      eachFilling(left, cols[column] ?? 0, f, work, (remaining, weight) => {
        const key = remaining.join();
        const { max, min } = bounds(remaining, key, column + 1);
        const whole = remaining.reduce((total, k) => total - f(k), lnRest);
        for (const past of pasts.values()) {
          spend(work, 1);
          const log = past.log + weight;
          if (log + min > limit) continue;
          if (log + max <= limit) p += past.paths * Math.exp(log + whole);
          else keep(next, key, remaining, { log, paths: past.paths });
        }
      });
    }
    stage = next;
  }
  return Math.min(1, p);
}

function keep(stage: Map<string, Node>, key: string, left: readonly number[], past: Past): void {
  const node = stage.get(key) ?? { left: [...left], pasts: new Map<number, Past>() };
  stage.set(key, node);
  const bucket = Math.round(past.log * 1e9);
  const same = node.pasts.get(bucket);
  if (same) same.paths += past.paths;
  else node.pasts.set(bucket, past);
}

function boundsFinder(cols: readonly number[], f: (k: number) => number, work: { left: number }) {
  const known = cols.map(() => new Map<string, Bounds>());
  const find = (left: readonly number[], key: string, column: number): Bounds => {
    const before = known[column]?.get(key);
    if (before) return before;
    if (column >= cols.length - 1) {
      const weight = left.reduce((total, k) => total - f(k), 0);
      return { max: weight, min: weight };
    }
    const bounds = { max: Number.NEGATIVE_INFINITY, min: Number.POSITIVE_INFINITY };
    eachFilling(left, cols[column] ?? 0, f, work, (remaining, weight) => {
      const rest = find(remaining, remaining.join(), column + 1);
      bounds.max = Math.max(bounds.max, weight + rest.max);
      bounds.min = Math.min(bounds.min, weight + rest.min);
    });
    known[column]?.set(key, bounds);
    return bounds;
  };
  return find;
}

/**
 * All ways to take a column's total out of what is left of the rows. What remains is handed on sorted,
 * as rows are interchangeable; the list is only valid during the call.
 */
function eachFilling(
  left: readonly number[],
  total: number,
  f: (k: number) => number,
  work: { left: number },
  visit: (remaining: readonly number[], weight: number) => void,
): void {
  const room = left.map((_, i) => left.slice(i + 1).reduce((a, b) => a + b, 0));
  const chosen = [...left];
  const last = left.length - 1;
  const fill = (i: number, toPlace: number, weight: number): void => {
    const here = left[i] ?? 0;
    if (i === last) {
      spend(work, FILLING);
      chosen[i] = here - toPlace;
      visit(sorted(chosen), weight - f(toPlace));
      return;
    }
    for (let k = Math.max(0, toPlace - (room[i] ?? 0)); k <= Math.min(here, toPlace); k++) {
      chosen[i] = here - k;
      fill(i + 1, toPlace - k, weight - f(k));
    }
  };
  fill(0, total, 0);
}

/** A sorted copy; insertion, because the lists are short. */
function sorted(values: readonly number[]): number[] {
  const list = [...values];
  for (let i = 1; i < list.length; i++) {
    const value = list[i] ?? 0;
    let k = i;
    for (; k > 0 && (list[k - 1] ?? 0) > value; k--) list[k] = list[k - 1] ?? 0;
    list[k] = value;
  }
  return list;
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

function spend(work: { left: number }, steps: number): void {
  work.left -= steps;
  if (work.left < 0) throw tooLarge();
}

function tooLarge() {
  return notComputable(
    'Fisher’s exact test',
    'the table is too large for the exact p.',
    'Join small categories, or use the chi-square test.',
  );
}
