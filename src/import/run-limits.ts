/** How much of a file's columns is kept in memory. */
export interface RunLimits {
  /** Where a run ends: its texts, and their bytes. */
  texts: number;
  bytes: number;
  /** Rows that share a dictionary at most where all texts are different. */
  rows: number;
  /** Fewer distinct keys are better judged as texts. */
  fewKeys: number;
  /** Dictionaries of several runs that are larger together are kept as they are, one after another. */
  merged: number;
  /** Bytes of finished columns; what is more goes to disk. */
  inMemory: number;
  /** Bytes of a file from which on a second thread reads some of its columns. */
  shared: number;
  /** How much later that one begins, in nanoseconds, less what the first has to do besides. */
  later: number;
}

/** Ordinary files stay below all of them. A test makes them small. */
export const RUN_LIMITS: RunLimits = {
  // With more the kernel's table would have to double.
  texts: 700_000,
  bytes: 64 << 20,
  rows: 1 << 20,
  fewKeys: 1 << 16,
  merged: 1 << 20,
  inMemory: 100 << 20,
  shared: 16 << 20,
  later: 60e6,
};

/** The columns of a larger file do not fit into memory anyway: less of them is kept there. */
export const LARGE_FILE = 512 << 20;

export function smallerLimits(limits: RunLimits): RunLimits {
  const { texts, bytes, rows, inMemory } = limits;
  return {
    ...limits,
    texts: texts / 2,
    bytes: bytes / 2,
    rows: rows / 2,
    inMemory: inMemory / 10,
  };
}
