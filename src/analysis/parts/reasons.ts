import type { Column } from '../../model/column.ts';
import type { MissingCount } from '../../model/result.ts';
import type { DataView as View } from '../analysis.ts';
import { eachSet } from '../numeric/each-set.ts';
import { missingTotals } from './missing-counts.ts';

/** Why rows are missing: one code a row of the view, 0 = it is not, k = because of `names[k - 1]`. */
export interface Reasons {
  codes: Uint8Array | Uint32Array;
  names: readonly string[];
}

export function reasonsOf(view: View, column: Column): Reasons {
  return { codes: taken(view, column.missing), names: column.reasons };
}

/** The entries of a column in the rows of the view; the column's own array when these are all its rows. */
export function taken<Entries extends Uint8Array | Uint32Array | Int32Array | Float64Array>(
  { frame, rows }: View,
  entries: Entries,
): Entries {
  if (isWhole(rows, frame.rows)) return entries;
  const result = new (entries.constructor as new (length: number) => Entries)(rows.length);
  for (let i = 0; i < rows.length; i++) result[i] = entries[rows[i] as number] as number;
  return result;
}

const whole = new WeakMap<Uint32Array, boolean>();

/** Asked of every column of a view, so the answer is kept. */
function isWhole(rows: Uint32Array, all: number): boolean {
  if (rows.length !== all) return false;
  const known = whole.get(rows);
  if (known !== undefined) return known;
  const answer = rows.every((row, i) => row === i);
  whole.set(rows, answer);
  return answer;
}

function noneMissing({ codes, names }: Reasons): boolean {
  if (names.length === 0) return true;
  for (let i = 0; i < codes.length; i++) if (codes[i] !== 0) return false;
  return true;
}

export function reasonAt({ codes, names }: Reasons, i: number): string | null {
  const code = codes[i] ?? 0;
  return code === 0 ? null : (names[code - 1] ?? 'missing');
}

/** How many rows are missing for each reason. */
export function countReasons({ codes, names }: Reasons): MissingCount[] {
  const counts = new Uint32Array(names.length + 1);
  eachMissing(codes, (code) => {
    counts[code] = (counts[code] as number) + 1;
  });
  return missingTotals(names.map((reason, k) => ({ reason, n: counts[k + 1] ?? 0 })));
}

/**
 * One reason a row from those of several variables. `say` is asked once for every combination that
 * occurs and answers null where the row is to be used all the same.
 */
export function combineReasons(
  list: readonly Reasons[],
  say: (reasons: readonly (string | null)[]) => string | null,
): Reasons {
  const states = new Uint32Array(list[0]?.codes.length ?? 0);
  let paths: readonly (readonly number[])[] = [[]];
  for (const reasons of list) {
    const { codes, names } = reasons;
    if (noneMissing(reasons)) {
      paths = paths.map((path) => [...path, 0]);
      continue;
    }
    const width = names.length + 1;
    const next = new Int32Array(paths.length * width).fill(-1);
    const grown: number[][] = [];
    for (let i = 0; i < states.length; i++) {
      const key = (states[i] as number) * width + (codes[i] as number);
      if (next[key] === -1) {
        next[key] = grown.length;
        grown.push([...(paths[states[i] as number] ?? []), codes[i] as number]);
      }
      states[i] = next[key] as number;
    }
    paths = grown;
  }
  const words = paths.map((path) =>
    say(path.map((code, k) => (code === 0 ? null : (list[k]?.names[code - 1] ?? 'missing')))),
  );
  const names = [...new Set(words.filter((word) => word !== null))];
  const codeOf = Uint32Array.from(words, (word) => (word === null ? 0 : names.indexOf(word) + 1));
  for (let i = 0; i < states.length; i++) states[i] = codeOf[states[i] as number] as number;
  return { codes: states, names };
}

/** A row counts when none is missing; the reason says which is: "Age: empty", "several missing". */
export function anyMissing(list: readonly { label: string; reasons: Reasons }[]): Reasons {
  return combineReasons(
    list.map(({ reasons }) => reasons),
    (reasons) => {
      const missing = reasons.flatMap((reason, k) => (reason === null ? [] : [{ reason, k }]));
      const [first] = missing;
      if (!first) return null;
      if (list.length === 1) return first.reason;
      if (missing.length === 1) return `${list[first.k]?.label}: ${first.reason}`;
      return list.length === 2 ? 'both missing' : 'several missing';
    },
  );
}

/** A row counts unless all are missing. Only the rows are looked at that are missing so far. */
export function allMissing(list: readonly Reasons[]): Reasons {
  const [first] = list;
  if (!first) return { codes: new Uint8Array(0), names: [] };
  const rows: number[] = [];
  eachMissing(first.codes, (_, row) => {
    if (list.every(({ codes }) => codes[row] !== 0)) rows.push(row);
  });
  const { codes, names } = combineReasons(
    list.map((reasons) => ({
      codes: Uint32Array.from(rows, (row) => reasons.codes[row] as number),
      names: reasons.names,
    })),
    (reasons) => (new Set(reasons).size === 1 ? (reasons[0] ?? null) : 'missing in every variable'),
  );
  const all = new Uint32Array(first.codes.length);
  rows.forEach((row, i) => {
    all[row] = codes[i] as number;
  });
  return { codes: all, names };
}

function eachMissing(codes: Reasons['codes'], visit: (code: number, row: number) => void): void {
  if (codes instanceof Uint8Array) {
    eachSet(codes, visit);
    return;
  }
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (code !== 0) visit(code, row);
  }
}
