import { loadedStretches, type ReadCells } from './read-cells.ts';

/** The cells of loaded rows in one run. */
export interface LoadedCounts {
  /** By text of the run. */
  counts: Uint32Array;
  /** The regular row in which each text stands first. */
  firstRows: Uint32Array;
  /** Cells that are kept by their key. */
  keys: number;
}

/** Counts the cells of loaded rows, run by run. They were counted already, unless rows were set aside. */
export function countLoaded(cells: ReadCells, rows: Uint32Array): LoadedCounts[] {
  const known = cells.runs.map(({ profile: { counts, firstRows }, keyed }) => ({
    counts,
    firstRows,
    keys: keyed?.filled ?? 0,
  }));
  const judged = known.reduce(
    (sum, { counts, keys }) => sum + keys + counts.reduce((all, n) => all + n, 0),
    0,
  );
  if (judged === rows.length) return known;
  const own = known.map(({ counts: { length } }) => ({
    counts: new Uint32Array(length),
    firstRows: new Uint32Array(length),
    keys: 0,
  }));
  for (const { read, at, numbers } of loadedStretches(cells, rows, 0, rows.length)) {
    const into = own[cells.runs.indexOf(read)] as LoadedCounts;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] as number;
      if (read.run.pattern && number >= 0) into.keys++;
      else {
        const code = read.run.pattern ? -1 - number : number;
        if (into.counts[code] === 0) into.firstRows[code] = rows[at + i] as number;
        (into.counts[code] as number)++;
      }
    }
  }
  return own;
}
