/** Where a reader of a text file is, and which line ends it met. */
export interface LineCount {
  /** 1-based line on which the next record begins. */
  line: number;
  lf: number;
  crlf: number;
  cr: number;
}

export function startOfText(line = 1): LineCount {
  return { line, lf: 0, crlf: 0, cr: 0 };
}
