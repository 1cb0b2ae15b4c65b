import { expect, test } from 'vitest';
import { textWidth } from '../../src/chart/text-width.ts';
import { shorten, wrapText } from '../../src/chart/wrap-text.ts';

const LONG = 'Children’s social care, multi-agency safeguarding hub and early help';

test('every line fits and nothing is lost', () => {
  const lines = wrapText(LONG, 160, 12);
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(160);
  expect(lines.join(' ')).toBe(LONG);
});

test('what does not fit ends with an ellipsis, never longer than the width', () => {
  const lines = wrapText(LONG, 90, 12, 2);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
  expect(textWidth(shorten('W'.repeat(80), 100, 12), 12)).toBeLessThanOrEqual(100);
});

test('a financial year is never broken; a long word breaks after its hyphen', () => {
  expect(wrapText('2015/16', 20, 12)).toEqual(['2015/16']);
  expect(wrapText('parent-infant-relationship', 90, 12)[0]).toMatch(/-$/);
});

test('an empty text is one empty line', () => {
  expect(wrapText('', 100, 12)).toEqual(['']);
});
