import { describe, expect, test } from 'vitest';
import { escapeRich, parseRich, plainText } from '../../src/model/rich.ts';

describe('rich text', () => {
  test('italics, bold and subscripts', () => {
    expect(parseRich('*d*~av~ = **0.46**')).toMatchObject([
      { text: 'd', italic: true },
      { text: 'av', subscript: true },
      { text: ' = ', italic: false },
      { text: '0.46', bold: true },
    ]);
  });

  test('lone marks stand for themselves', () => {
    expect(plainText('5 * 3 and ~ and *')).toBe('5 * 3 and ~ and *');
  });

  test('text from data never becomes markup', () => {
    const hostile = '*bold* ~sub~ \\*';
    expect(plainText(escapeRich(hostile))).toBe(hostile);
    expect(parseRich(escapeRich(hostile)).every((run) => !run.italic && !run.subscript)).toBe(true);
  });
});
