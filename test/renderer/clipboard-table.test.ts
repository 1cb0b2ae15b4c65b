import { describe, expect, test } from 'vitest';
import { clipboardTable } from '../../renderer/clipboard-table.ts';
import { htmlTable } from '../../renderer/html-table.ts';
import { tabSeparated } from '../../renderer/pasted-table.ts';

const clipboard = (plain: string, html = '') => ({
  getData: (type: string) => (type === 'text/html' ? html : plain),
});

describe('a table from the clipboard', () => {
  test('is the text that a spreadsheet puts there', () => {
    const text = 'Ref\tNote\nA1\t"two\nlines"\n';
    expect(clipboardTable(clipboard(text, '<table><tr><td>x</td></tr></table>'))).toEqual({
      text,
      rows: 3,
    });
  });

  test('is the first table of a page, where the text has no tabs', () => {
    const html =
      '<style>td{}</style><TABLE border=1><tr><th colspan="2">Visit</th><th>Note</th></tr>' +
      '<tr><td>A1</td><td> 13/02/2024 </td><td>x<br>y &amp; &quot;z&quot; &#233;</td></tr></TABLE><table><tr><td>no</td></tr></table>';
    expect(clipboardTable(clipboard('Visit Note A1', html))).toEqual({
      text: 'Visit\t\tNote\nA1\t13/02/2024\t"x\ny & ""z"" é"\n',
      rows: 2,
    });
  });

  test('is none when there is one line, or nothing', () => {
    expect(clipboardTable(clipboard('only a sentence'))).toBe(null);
    expect(clipboardTable(clipboard(''))).toBe(null);
    expect(clipboardTable(null)).toBe(null);
  });

  test('nothing of a page but its cells is read, however it is written', () => {
    expect(
      htmlTable('<table><tr><td><script>alert(1)</script>a<!-- <td>b --></td><td>&bogus;</table>'),
    ).toEqual([['alert(1)a', '&bogus;']]);
    expect(htmlTable('<p>no table</p>')).toEqual([]);
    expect(htmlTable('<table><tr><td colspan=0>a<td colspan=99999>b')[0]).toHaveLength(1_001);
  });
});

test('a pasted cell with a tab, a quote or a line break is quoted', () => {
  expect(
    tabSeparated([
      ['a', 'b "c"'],
      ['two\nlines', ''],
    ]),
  ).toBe('a\t"b ""c"""\n"two\nlines"\t\n');
});
