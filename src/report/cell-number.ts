import type { NumberFormat } from '../model/number-format.ts';
import type { Cell } from '../model/result.ts';
import { numberFormatCode, tickFormatCode } from './number-format.ts';

/**
 * The number of a cell for a spreadsheet, with the format that shows it as the report does. Null when the cell
 * is text, says more than its number ("23 (8 %)"), or hides it ("*"): then its text is what is written.
 */
export function cellNumber(
  cell: Cell,
  format: NumberFormat,
): { value: number; code: string } | null {
  const { value, text } = cell;
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  if (text === undefined) return { value, code: numberFormatCode(format) };
  const written = /^[-−]?[\d,]*(?:\.(\d+))?(?=\s*%?$)/u.exec(text.trim());
  if (!written || !/\d/.test(written[0])) return null;
  const decimals = written[1]?.length ?? 0;
  const shown = Number(written[0].replace('−', '-').replaceAll(',', ''));
  if (Math.abs(shown - value) > 0.5 * 10 ** -decimals + 1e-9) return null;
  const unit = text.trim().endsWith('%') ? 'percent0' : 'number';
  return { value, code: tickFormatCode(decimals, unit) };
}
