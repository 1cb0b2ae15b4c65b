import type { RunCounts } from './profile.ts';
import { loadedStretches, type ReadCells } from './read-cells.ts';

/** The cells of loaded rows in one run, but those that are kept by their key. */
export interface LoadedCounts {
  /** By text of the run; counted anew for each call where there are several runs. */
  counts(): RunCounts;
}

/** Counts the cells of loaded rows, run by run. They were counted already, unless rows were set aside. */
export function countLoaded(cells: ReadCells, rows: Uint32Array): LoadedCounts[] {
  if (cells.judged === rows.length) {
    return cells.runs.map(({ counts }) => ({ counts }));
  }
  const own = cells.runs.map(({ run: { entries } }) => ({
    counts: new Uint32Array(entries.size),
    firstRows: new Uint32Array(entries.size),
  }));
  for (const { nth, read, at, numbers } of loadedStretches(cells, rows, 0, rows.length)) {
    const into = own[nth] as (typeof own)[number];
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i] as number;
      const code = read.run.pattern ? -1 - number : number;
      if (code < 0) continue;
      if (into.counts[code] === 0) into.firstRows[code] = rows[at + i] as number;
      (into.counts[code] as number)++;
    }
  }
  return own.map((each) => ({ counts: () => each }));
}
