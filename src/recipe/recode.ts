import { reasonList } from '../columns/reasons.ts';
import type { CodeColumn } from '../model/column.ts';

/** A new text, or a reason why there is none. */
export type Recoded = { text: string } | { missing: string };

/**
 * Gives each text of a column another one; the function is asked once a dictionary entry.
 *
 * @returns the column, its dictionary without repeats; in how many rows the value is now another;
 *   and the same by the text they had, rows of unchanged texts counted too
 */
export function recode(
  column: CodeColumn,
  change: (text: string) => Recoded,
): { column: CodeColumn; changed: number; found: Map<string, number> } {
  const codeOf = new Map<string, number>();
  const reasons = reasonList(column.reasons);
  const plan = column.dictionary.map((text) => {
    const to = change(text);
    if ('missing' in to) return { code: 0, missing: reasons.code(to.missing), same: false };
    const code = codeOf.get(to.text) ?? codeOf.size;
    codeOf.set(to.text, code);
    return { code, missing: 0, same: to.text === text };
  });
  const codes = new Uint32Array(column.codes.length);
  const missing = column.missing.slice();
  const rows = new Uint32Array(plan.length);
  for (let row = 0; row < codes.length; row++) {
    const from = column.codes[row] ?? 0;
    const to = plan[from];
    if (missing[row] !== 0 || to === undefined) continue;
    codes[row] = to.code;
    missing[row] = to.missing;
    rows[from] = (rows[from] ?? 0) + 1;
  }
  const dictionary = [...codeOf.keys()];
  return {
    column: { type: 'codes', codes, dictionary, missing, reasons: reasons.reasons },
    changed: plan.reduce((n, { same }, from) => n + (same ? 0 : (rows[from] ?? 0)), 0),
    found: new Map(column.dictionary.map((text, from) => [text, rows[from] ?? 0])),
  };
}

/** A column of new categories: for each row the place of its label in `labels`, or why it has none. */
export function categoryColumn(
  rows: number,
  labels: readonly string[],
  choose: (row: number) => number | string,
): CodeColumn {
  const codes = new Uint32Array(rows);
  const missing = new Uint8Array(rows);
  const reasons = reasonList();
  for (let row = 0; row < rows; row++) {
    const chosen = choose(row);
    if (typeof chosen === 'number') codes[row] = chosen;
    else missing[row] = reasons.code(chosen);
  }
  return { type: 'codes', codes, dictionary: labels, missing, reasons: reasons.reasons };
}

/** How many rows have a value. */
export function countPresent({ missing }: { missing: Uint8Array }): number {
  let n = 0;
  for (const code of missing) if (code === 0) n++;
  return n;
}
