import type { NumberFormat } from '../model/number-format.ts';

/** The number format codes of Excel and of Word's charts that show a number as model/format.ts does. */
const CODES: Record<NumberFormat, string> = {
  count: '#,##0',
  number: 'General',
  days: 'General',
  mean: withMinus('#,##0.00'),
  statistic: withMinus('#,##0.00'),
  percent0: withMinus('0"\u202f%"'),
  percent1: withMinus('0.0"\u202f%"'),
  points: withMinus('0.0'),
  p: '[<0.001]"< .001";.000',
  correlation: withMinus('.00'),
  text: 'General',
};

export function numberFormatCode(format: NumberFormat): string {
  return CODES[format];
}

/** A format with a fixed number of decimals, for the ticks of an axis. */
export function tickFormatCode(decimals: number, format: NumberFormat): string {
  const unit = format === 'percent0' || format === 'percent1' ? '"\u202f%"' : '';
  return withMinus(`#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${unit}`);
}

function withMinus(code: string): string {
  return `${code};"−"${code}`;
}
