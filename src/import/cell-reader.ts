import type { NoValue } from './decoded.ts';
import type { CellType } from './raw-table.ts';

/** A value; `raw` says that the text has to be kept beside it. */
export interface CellValue {
  value: number | string;
  raw: boolean;
}

/** Reads one filled cell; `asked` when that waits for an answer. */
export type CellReader = (text: string, type: CellType) => CellValue | NoValue | 'asked';

/** A problem: what the cell is not, and, where it helps, why. */
export function notA(what: string, detail: string): NoValue {
  return { reason: `not ${what}: ${detail}`, group: `not ${what}` };
}

/** A text short enough to be quoted in a reason. */
export function quoted(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 60 ? `“${trimmed.slice(0, 60)}…”` : `“${trimmed}”`;
}
