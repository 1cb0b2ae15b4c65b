import { reasonList } from '../columns/reasons.ts';
import type { CodeColumn } from '../model/column.ts';

/** A new text, or a reason why there is none. */
export type Recoded = { text: string } | { missing: string };

/**
 * Gives each text of a column another one; the function is asked once a dictionary entry.
 *
 * @returns the column, its dictionary without repeats, and in how many present rows the value is now another
 */
export function recode(
  column: CodeColumn,
  change: (text: string) => Recoded,
): { column: CodeColumn; changed: number } {
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
  let changed = 0;
  for (let row = 0; row < codes.length; row++) {
    const to = plan[column.codes[row] ?? 0];
    if (missing[row] !== 0 || to === undefined) continue;
    codes[row] = to.code;
    missing[row] = to.missing;
    if (!to.same) changed++;
  }
  const dictionary = [...codeOf.keys()];
  return {
    column: { type: 'codes', codes, dictionary, missing, reasons: reasons.reasons },
    changed,
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
