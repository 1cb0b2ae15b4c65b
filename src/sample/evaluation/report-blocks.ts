import type { Block } from '../../model/report.ts';

/** Short forms of the blocks of a report. */
export const section = (text: string): Block => ({ type: 'heading', level: 1, text });
export const question = (text: string): Block => ({ type: 'heading', level: 2, text });
export const text = (...sentences: string[]): Block => ({
  type: 'text',
  text: sentences.join(' '),
});
export const list = (...items: string[]): Block => ({ type: 'list', items });
export const figure = (result: string, title: string, index = 0): Block => ({
  type: 'figure',
  result,
  title,
  figure: index,
});
export const table = (result: string, title: string, id?: string): Block => ({
  type: 'table',
  result,
  title,
  ...(id === undefined ? {} : { table: id }),
});

/** "171 of 285 adults (60.0 %)" of a frequency result, its denominator those with a value. */
export function share(result: string, label: string, unit: string): string {
  const of = `{{${result}:n}}${unit === '' ? '' : ` ${unit}`}`;
  return `{{${result}:n[${label}]}} of ${of} ({{${result}:pct[${label}]}})`;
}
