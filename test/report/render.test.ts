import { describe, expect, test } from 'vitest';
import { basisSentence, cohortWords } from '../../src/model/basis.ts';
import type { Block } from '../../src/model/report.ts';
import { renderReport } from '../../src/report/render.ts';
import { resultReport } from '../../src/report/result-document.ts';
import { makePage, makeResult, makeTable, yearFigure } from '../helpers/result.ts';

const estimate = { label: '', symbol: '' };
const RESULT = makeResult({
  id: 'r1',
  tables: [makeTable(), makeTable({ id: 'second', title: 'Second' })],
  figures: [yearFigure()],
  sentences: { apa: '*t*(75) = 3.68', plain: 'Interest rose.' },
  estimates: [
    { ...estimate, key: 'n[2015/16]', value: 97, format: 'count' },
    { ...estimate, key: 'p', value: 0.0042, format: 'p' },
    { ...estimate, key: 'd', value: null, format: 'statistic', refused: 'no variance' },
  ],
});

function render(blocks: readonly Block[]) {
  const document = { title: 'T', subtitle: '', authors: '', date: '', blocks };
  return renderReport(document, [RESULT], makePage()).blocks;
}

function text(markup: string) {
  const [block] = render([{ type: 'text', text: markup }]);
  return block?.type === 'text' ? block : undefined;
}

describe('live numbers', () => {
  test.each([
    ['{{r1:n[2015/16]}} in the first year', '97 in the first year'],
    ['p = {{ r1 : p }}', 'p = .004'],
    ['{{r1:apa}}; {{r1:plain}}', '*t*(75) = 3.68; Interest rose.'],
    ['{{r1:n}} of {{r1:total}}', '285 of 288'],
    ['{{r1:cohort}}', 'Programme is Parent-infant psychotherapy'],
    ['a {brace} and {{nothing', 'a {brace} and {{nothing'],
  ])('%s', (markup, filled) => {
    expect(text(markup)).toEqual({ type: 'text', text: filled, missing: [] });
  });

  test('what cannot be filled is shown and listed, never empty', () => {
    expect(text('{{r1:nope}} {{r9:t}} {{r1:d}}')).toEqual({
      type: 'text',
      text: '[?r1:nope] [?r9:t] [?r1:d]',
      missing: ['r1:nope', 'r9:t', 'r1:d'],
    });
    const [list] = render([{ type: 'list', items: ['{{r1:n}}', '{{x:y}}'] }]);
    expect(list).toEqual({ type: 'list', items: ['285', '[?x:y]'], missing: ['x:y'] });
  });
});

test('tables and figures are numbered apart, in order; absent ones take no number', () => {
  const blocks = render([
    { type: 'table', result: 'gone' },
    { type: 'table', result: 'r1', table: 'second', title: 'My own title' },
    { type: 'figure', result: 'r1' },
    { type: 'table', result: 'r1', table: 'nope' },
    { type: 'figure', result: 'r1', figure: 7 },
    { type: 'table', result: 'r1' },
  ]);
  expect(
    blocks.map((block) => ('number' in block ? `${block.type} ${block.number}` : block.type)),
  ).toEqual(['absent', 'table 1', 'figure 1', 'absent', 'absent', 'table 2']);
  expect(blocks[1]).toMatchObject({ title: 'My own title', table: { id: 'second' } });
  expect(blocks[5]).toMatchObject({ title: 'Referrals by ethnic group' });
});

describe('who, n and missing', () => {
  test('as a sentence', () => {
    expect(basisSentence(RESULT)).toBe(
      '285 of 399 people: Programme is Parent-infant psychotherapy. n = 285; missing: 3 (not known 3).',
    );
  });

  test.each([
    ['people where Age is 20', 285, '285 of 399 people: Age is 20'],
    ['people except those where Age is 20', 285, '285 of 399 people, except those where Age is 20'],
    ['all people', 399, 'All 399 people'],
    ['', 399, '399 people: Parent-infant psychotherapy'],
  ])('the unit is said once: %s', (sentence, n, words) => {
    expect(cohortWords({ cohort: { ...RESULT.cohort, sentence, n } })).toBe(words);
  });
});

test('a cohort that was named begins with its label', () => {
  const cohort = {
    ...RESULT.cohort,
    name: 'pip-adults',
    label: 'Adults in psychotherapy',
    sentence: 'people where Programme is PIP',
  };
  expect(cohortWords({ cohort })).toBe(
    'Adults in psychotherapy: 285 of 399 people (Programme is PIP)',
  );
  expect(cohortWords({ cohort: { ...cohort, sentence: 'all people', n: 399 } })).toBe(
    'All 399 people',
  );
  expect(
    cohortWords({ cohort: { ...cohort, sentence: 'people except those where Age is 20' } }),
  ).toBe('Adults in psychotherapy: 285 of 399 people, except those where Age is 20');
});

test('one result as a small report: sentences, every table and figure, notes', () => {
  const notes = [{ kind: 'caution' as const, text: 'Few pairs.' }];
  const report = resultReport({ ...RESULT, notes }, makePage());
  expect(report.title).toBe('Attendance');
  expect(report.blocks.map((block) => block.type)).toEqual([
    'text',
    'text',
    'table',
    'table',
    'figure',
    'heading',
    'list',
  ]);
  expect(report.blocks.at(-1)).toMatchObject({ items: ['**Caution.** Few pairs.'] });
});
