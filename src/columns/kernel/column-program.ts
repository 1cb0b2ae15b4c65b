/** What column-kernel.as.ts exports. Places are addresses. */
export interface ColumnProgram {
  shift(width: number, codes: number, rows: number, by: number): void;
  putReasons(width: number, codes: number, rows: number, missing: number): void;
  areSteps(values: number, rows: number, divisor: number): number;
  steps(
    width: number,
    codes: number,
    values: number,
    rows: number,
    divisor: number,
    by: number,
  ): void;
  addRange8(codes: number, rows: number, low: number, span: number, into: number): void;
  addRange16(codes: number, rows: number, low: number, span: number, into: number): void;
  addRange32(codes: number, rows: number, low: number, span: number, into: number): void;
  addSet(width: number, codes: number, rows: number, verdicts: number, into: number): void;
  and(into: number, other: number, words: number): void;
  meet(
    conditions: number,
    many: number,
    into: number,
    counts: number,
    words: number,
    scratch: number,
  ): void;
  or(into: number, other: number, words: number): void;
  not(into: number, words: number): void;
  count(bitmap: number, words: number): number;
  rowsOf(bitmap: number, words: number, first: number, into: number): number;
  thin(codes: number, words: number, into: number): void;
  tallyThin(bitmap: number, words: number, thin: number, counts: number): void;
  tally(
    bitmap: number,
    words: number,
    jobs: number,
    tallies: number,
    many: number,
    scratch: number,
  ): void;
}
