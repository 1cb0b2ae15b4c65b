import { expect, test } from 'vitest';
import { tableText } from '../../renderer/table-text.ts';
import { cells, makeTable } from '../helpers/result.ts';

test('a table for the clipboard: headings without markup, numbers as they are shown', () => {
  const { text } = tableText(makeTable());
  expect(text.split('\n')).toEqual([
    'Ethnic group\tn\t%',
    'Black\t125\t34\u202f%',
    'White\t110\t30\u202f%',
    'All\t365\t100\u202f%',
  ]);
});

test('a copy says in its last line who it is about', () => {
  const { text, html } = tableText(makeTable(), '285 of 399 people');
  expect(text.split('\n').at(-1)).toBe('285 of 399 people');
  expect(html).toContain('<tr><td colspan="3">285 of 399 people</td></tr></table>');
});

test('tabs and lines of a cell do not break the table, and nothing in it is markup', () => {
  const rows = [{ cells: cells('a\tb\nc <b>&', 1, 2) }];
  const { text, html } = tableText(makeTable({ rows }));
  expect(text.split('\n')[1]).toBe('a b c <b>&\t1\t2\u202f%');
  expect(html).toContain('<td>a\tb\nc &lt;b&gt;&amp;</td>');
});
