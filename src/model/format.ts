import type { NumberFormat } from './number-format.ts';
import type { Cell, Estimate } from './result.ts';
import { escapeRich } from './rich.ts';

const MINUS = '−';
const THIN = '\u202f';

/** A number as APA 7 and the NHS write it: true minus, no leading zero for p and r, thousands with commas. */
export function formatNumber(value: number | null, format: NumberFormat): string {
  if (value === null || !Number.isFinite(value)) return '–';
  switch (format) {
    case 'count':
      return grouped(Math.round(value).toString());
    case 'days':
      return grouped(trimmed(value, 1));
    case 'mean':
    case 'statistic':
      return grouped(value.toFixed(2));
    case 'number':
      return grouped(trimmed(value, 2));
    case 'percent0':
      return `${signed(value.toFixed(0))}${THIN}%`;
    case 'percent1':
      return `${signed(value.toFixed(1))}${THIN}%`;
    case 'points':
      return signed(value.toFixed(1));
    case 'p':
      return value < 0.001 ? '< .001' : signed(value.toFixed(3).replace(/^0/, ''));
    case 'correlation':
      return signed(value.toFixed(2).replace(/^(-?)0(?=\.)/, '$1'));
    case 'text':
      return String(value);
  }
}

/** "*p* = .004", "*p* < .001" */
export function formatP(p: number): string {
  return p < 0.001 ? '*p* < .001' : `*p* = ${formatNumber(p, 'p')}`;
}

/** "95 % CI [0.21, 0.70]" */
export function formatInterval(ci: NonNullable<Estimate['ci']>, format: NumberFormat): string {
  const percent = trimmed(ci.level * 100, 1);
  return `${percent}${THIN}% CI ${formatBounds(ci.low, ci.high, format)}`;
}

/** "[0.21, 0.70]" */
export function formatBounds(low: number, high: number, format: NumberFormat): string {
  return `[${formatNumber(low, format)}, ${formatNumber(high, format)}]`;
}

/** "62 of 85 (73 %)": a count never without its denominator. */
export function formatShare(n: number, of: number): string {
  const share = of > 0 ? ` (${formatNumber((100 * n) / of, 'percent0')})` : '';
  return `${formatNumber(n, 'count')} of ${formatNumber(of, 'count')}${share}`;
}

export function formatCell(cell: Cell, format: NumberFormat): string {
  if (cell.text !== undefined) return cell.text;
  if (cell.value === null) return '–';
  return typeof cell.value === 'number' ? formatNumber(cell.value, format) : cell.value;
}

/**
 * A cell as rich text. `text` is written by an analysis and may hold markup; a string `value` comes from
 * data and stands for itself.
 */
export function cellMarkup(cell: Cell, format: NumberFormat): string {
  return cell.text ?? escapeRich(formatCell(cell, format));
}

/** A live number: the estimate as a sentence would quote it. */
export function formatEstimate(estimate: Estimate): string {
  return formatNumber(estimate.value, estimate.format);
}

function trimmed(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}

function signed(text: string): string {
  const isZero = /^-?0*\.?0*$/.test(text);
  return text.startsWith('-') ? (isZero ? text.slice(1) : MINUS + text.slice(1)) : text;
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const withCommas = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return signed(fraction === undefined ? withCommas : `${withCommas}.${fraction}`);
}
