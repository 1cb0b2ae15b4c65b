import { describe, expect, test } from 'vitest';
import { runAnalysis } from '../../src/analysis/analyses.ts';
import { formatCell, formatEstimate } from '../../src/model/format.ts';
import type { Estimate, Finding } from '../../src/model/result.ts';
import { seriesOf } from '../helpers/series-of.ts';
import { viewOf } from './frame.ts';

function estimate(finding: Finding, key: string): Estimate {
  const found = finding.estimates.find((entry) => entry.key === key);
  if (found === undefined) throw new Error(`no estimate ${key}`);
  return found;
}

function lines(finding: Finding, table = 0): string[] {
  const { columns, rows } = finding.tables[table] ?? { columns: [], rows: [] };
  return rows.map(({ cells }) =>
    cells.map((cell, i) => formatCell(cell, columns[i]?.format ?? 'text')).join(' | '),
  );
}

function repeat<T>(value: T, times: number): T[] {
  return Array.from({ length: times }, () => value);
}

describe('frequencies', () => {
  const view = viewOf('people', {
    name: 'decile',
    label: 'Deprivation',
    kind: 'category',
    values: [
      { value: '1', label: 'Deciles 1–3' },
      { value: '2', label: 'Deciles 4–10' },
      { value: '3', label: 'Abroad' },
    ],
    data: [...repeat('1', 171), ...repeat('2', 114), ...repeat({ missing: 'no postcode' }, 15)],
  });
  const finding = runAnalysis('frequencies', view, { variables: ['decile'] });

  test('counts, shares with both denominators, and missing rows by reason', () => {
    expect(lines(finding)).toEqual([
      'Deciles 1–3 | 171 | 57.0 | 60.0 | 60.0',
      'Deciles 4–10 | 114 | 38.0 | 40.0 | 100.0',
      'Abroad | 0 | 0.0 | 0.0 | 100.0',
      'Missing: no postcode | 15 | 5.0 |  | ',
      'Total | 300 | 100.0 | 100.0 | ',
    ]);
  });

  test('the Wilson interval of 171 of 285 is 54.2 to 65.5', () => {
    const share = estimate(finding, 'pct[Deciles 1–3]');
    expect(share.value).toBe(60);
    expect(share.ci?.low).toBeCloseTo(54.2, 1);
    expect(share.ci?.high).toBeCloseTo(65.5, 1);
    expect(share.ci?.method).toBe('Wilson');
    expect(estimate(finding, 'n[Deciles 1–3]').value).toBe(171);
    expect(finding.n).toMatchObject({
      total: 300,
      used: 285,
      missing: [{ reason: 'no postcode', n: 15 }],
    });
  });

  test('the sentence carries the denominator', () => {
    expect(finding.sentences.plain).toBe(
      'Most often Deciles 1–3: 171 of 285 people (60.0\u202f%). Missing for 15 of 300 people.',
    );
  });

  test('of several variables each sentence begins with the label; a tie names both', () => {
    const two = viewOf(
      'people',
      { name: 'a', label: 'Group *', kind: 'category', data: ['x', 'y', 'y', 'x', 'z'] },
      { name: 'b', label: 'Other', kind: 'category', data: repeat(null, 5) },
    );
    const { plain } = runAnalysis('frequencies', two, { variables: ['a', 'b'] }).sentences;
    expect(plain).toBe(
      'Group \\*: most often x and y, each 2 of 5 people (40\u202f%). Other: no people with a value.',
    );
  });

  test('nothing missing: one share a category; without an order none is cumulated', () => {
    const whole = viewOf('people', {
      name: 'a',
      kind: 'category',
      level: 'nominal',
      data: ['x', 'y', 'y', 'x', 'y'],
    });
    const result = runAnalysis('frequencies', whole, { variables: ['a'] });
    expect(result.tables[0]?.columns.map((column) => column.header)).toEqual(['a', '*n*', '%']);
    expect(lines(result)).toEqual(['x | 2 | 40', 'y | 3 | 60', 'Total | 5 | 100']);
    expect(result.tables[0]?.notes).toEqual([]);
  });

  test('of all, most frequent first, as counts', () => {
    const all = runAnalysis('frequencies', view, {
      variables: ['decile'],
      base: 'all',
      chart: 'count',
      order: 'frequent',
    });
    expect(estimate(all, 'pct[Deciles 1–3]').value).toBe(57);
    expect(seriesOf(all.figures[0])[0]?.points.map((point) => point.value)).toEqual([171, 114, 0]);
  });

  test('unlisted categories come in alphabetical order, numbers by value; a cohort sees its own rows only', () => {
    const plain = viewOf('people', {
      name: 'x',
      kind: 'category',
      data: ['10', '2', '1', 'b', 'B'],
    });
    const part = { ...plain, rows: Uint32Array.of(0, 1, 3) };
    expect(
      lines(runAnalysis('frequencies', part, { variables: ['x'] })).map(
        (line) => line.split(' ')[0],
      ),
    ).toEqual(['2', '10', 'b', 'Total']);
  });

  test('several variables have their own keys', () => {
    const two = viewOf(
      'people',
      { name: 'a', label: 'First child', kind: 'yesno', data: [1, 0, 1] },
      { name: 'b', label: 'Levels', kind: 'integer', data: [3, 3, null] },
    );
    const both = runAnalysis('frequencies', two, { variables: ['a', 'b'] });
    expect(estimate(both, 'n[First child: Yes]').value).toBe(2);
    expect(estimate(both, 'pct[Levels: 3]').value).toBe(100);
    expect(both.tables.map((table) => table.id)).toEqual(['a', 'b']);
  });
});

test('variables with the same label are told apart by their names', () => {
  const view = viewOf(
    'people',
    { name: 'a', label: 'Risk', kind: 'yesno', data: [1, 0] },
    { name: 'b', label: 'Risk', kind: 'yesno', data: [1, 1] },
  );
  const finding = runAnalysis('frequencies', view, { variables: ['a', 'b'] });
  expect(estimate(finding, 'n[Risk (b): Yes]').value).toBe(2);
});

describe('crosstab', () => {
  const pairs = [
    ...repeat(['A', 'x'], 12),
    ...repeat(['A', 'y'], 5),
    ...repeat(['B', 'x'], 8),
    ...repeat(['B', 'y'], 15),
  ];
  const view = viewOf(
    'people',
    {
      name: 'r',
      label: 'Group',
      kind: 'category',
      data: [...pairs.map(([row]) => row ?? null), 'A', null],
    },
    {
      name: 'c',
      label: 'Kind',
      kind: 'category',
      data: [...pairs.map(([, column]) => column ?? null), null, 'x'],
    },
  );
  const finding = runAnalysis('crosstab', view, { rows: 'r', columns: 'c' });

  test('counts with row percentages and totals', () => {
    expect(lines(finding)).toEqual([
      'A | 12 (71) | 5 (29) | 17',
      'B | 8 (35) | 15 (65) | 23',
      'Total | 20 (50) | 20 (50) | 40',
    ]);
  });

  test('χ² and what goes with it are R’s', () => {
    expect(finding.sentences.apa).toBe('χ²(1, *N* = 40) = 5.01, *p* = .025, Cramér’s *V* = .35.');
    expect(estimate(finding, 'fisher-p').value).toBeCloseTo(0.05355099, 8);
    expect(estimate(finding, 'odds-ratio').value).toBe(4.5);
    expect(estimate(finding, 'n[A, x]').value).toBe(12);
  });

  test('the plain sentence gives the shares and says whether they differ', () => {
    expect(finding.sentences.plain).toBe(
      'Kind “x”: A 12 of 17 (71\u202f%), B 8 of 23 (35\u202f%). Kind differed between the groups (*p* = .025).',
    );
    const alike = runAnalysis('crosstab', view, { rows: 'r', columns: 'c', primary: 'fisher' });
    expect(alike.sentences.plain).toContain(
      'Kind did not differ clearly between the groups (*p* = .054).',
    );
  });

  test('counts only: shares of the whole table, and no test anywhere', () => {
    const counts = runAnalysis('crosstab', view, {
      rows: 'r',
      columns: 'c',
      percent: 'all',
      primary: 'none',
    });
    expect(lines(counts)).toEqual([
      'A | 12 (30) | 5 (13) | 17 (43)',
      'B | 8 (20) | 15 (38) | 23 (58)',
      'Total | 20 (50) | 20 (50) | 40 (100)',
    ]);
    expect(counts.sentences.plain).toBe(
      'Of 40 people: A and x 12 (30\u202f%), A and y 5 (13\u202f%), B and x 8 (20\u202f%), B and y 15 (38\u202f%).',
    );
    expect(counts.tables).toHaveLength(1);
    expect(counts.estimates.some((entry) => entry.key === 'p')).toBe(false);
    expect(counts.method.variant).toBe('percentages of all; no test');
    expect(JSON.stringify(counts)).not.toMatch(/χ²|Fisher/);
  });

  test('one table has one number of decimals, that of its smallest group', () => {
    const uneven = viewOf(
      'people',
      { name: 'r', kind: 'category', data: [...repeat('A', 120), ...repeat('B', 7)] },
      { name: 'c', kind: 'category', data: [...repeat('x', 70), ...repeat('y', 55), 'x', 'y'] },
    );
    expect(lines(runAnalysis('crosstab', uneven, { rows: 'r', columns: 'c' }))).toEqual([
      'A | 70 (58) | 50 (42) | 120',
      'B | 1 (14) | 6 (86) | 7',
      'Total | 71 (56) | 56 (44) | 127',
    ]);
  });

  test('rows without one of the values are counted as missing', () => {
    expect(finding.n.missing).toEqual([
      { reason: 'Group: empty', n: 1 },
      { reason: 'Kind: empty', n: 1 },
    ]);
  });

  test('small expected counts are said, and do not switch the test', () => {
    const small = viewOf(
      'people',
      { name: 'r', kind: 'category', data: ['A', 'A', 'B', 'B'] },
      { name: 'c', kind: 'category', data: ['x', 'x', 'y', 'x'] },
    );
    const result = runAnalysis('crosstab', small, { rows: 'r', columns: 'c' });
    expect(result.sentences.apa).toMatch(/^χ²/);
    expect(
      result.notes.some((note) => note.text.includes('Fisher’s exact test stands beside χ²')),
    ).toBe(true);
    const fisher = runAnalysis('crosstab', small, { rows: 'r', columns: 'c', primary: 'fisher' });
    expect(fisher.sentences.apa).toMatch(/^Fisher’s exact test/);
    expect(fisher.method.variant).toContain('Fisher');
  });

  test('one row only: counts without a test, with the reason', () => {
    const one = viewOf(
      'people',
      { name: 'r', kind: 'category', data: ['A', 'A'] },
      { name: 'c', kind: 'category', data: ['x', 'y'] },
    );
    const result = runAnalysis('crosstab', one, { rows: 'r', columns: 'c' });
    expect(estimate(result, 'p').refused).toContain('at least two categories');
    expect(lines(result)[0]).toBe('A | 1 (50) | 1 (50) | 2');
  });
});

describe('counts by financial year', () => {
  const view = viewOf(
    'appointments',
    {
      name: 'on',
      label: 'Date',
      kind: 'date',
      data: ['2015-06-03', '2016-03-31', '2016-04-01', '2018-12-30', null, '2014-01-01'],
    },
    {
      name: 'kind',
      label: 'Kind',
      kind: 'category',
      data: ['video', 'visit', 'visit', null, 'visit', 'visit'],
    },
  );
  const covered = { date: 'on', 'covered-from': '2015-06-01', 'covered-to': '2018-12-31' };
  const finding = runAnalysis('counts-by-year', view, covered);

  test('part years are marked in table and figure, empty years are 0', () => {
    expect(lines(finding)).toEqual([
      '2015/16 (from June) | 2',
      '2016/17 | 1',
      '2017/18 | 0',
      '2018/19 (to December) | 1',
      'Total | 4',
    ]);
    expect(seriesOf(finding.figures[0])[0]?.points).toEqual([
      { label: '2015/16', value: 2, part: 'from June' },
      { label: '2016/17', value: 1 },
      { label: '2017/18', value: 0 },
      { label: '2018/19', value: 1, part: 'to December' },
    ]);
  });

  test('and in a note with the months', () => {
    expect(finding.notes.map((note) => note.text)).toContain(
      'Part year: 2018/19 runs to 31 December 2018: 9 of 12 months.',
    );
    expect(finding.notes.map((note) => note.text)).toContain(
      'Part year: 2015/16 runs from 1 June 2015: 10 of 12 months.',
    );
  });

  test('dates outside the period are counted, not shown', () => {
    expect(finding.n).toMatchObject({
      total: 6,
      used: 4,
      missing: [
        { reason: 'empty', n: 1 },
        { reason: 'outside the period covered', n: 1 },
      ],
    });
    expect(estimate(finding, 'total').value).toBe(4);
    expect(estimate(finding, 'n[2015/16]').value).toBe(2);
    expect([estimate(finding, 'first').value, estimate(finding, 'last').value]).toEqual([2, 1]);
  });

  test('a period left open is taken from the data and said', () => {
    const open = runAnalysis('counts-by-year', view, { date: 'on' });
    expect(
      open.notes.some((note) => note.text.includes('first date in the data (1 January 2014)')),
    ).toBe(true);
    expect(lines(open)[0]).toBe('2013/14 (from January) | 1');
  });

  test('one series a category; rows without one are a series of their own, so that the columns add up', () => {
    const grouped = runAnalysis('counts-by-year', view, { ...covered, by: 'kind' });
    expect(lines(grouped)).toEqual([
      '2015/16 (from June) | 1 | 1 | 0 | 2',
      '2016/17 | 0 | 1 | 0 | 1',
      '2017/18 | 0 | 0 | 0 | 0',
      '2018/19 (to December) | 0 | 0 | 1 | 1',
      'Total | 1 | 2 | 1 | 4',
    ]);
    expect(seriesOf(grouped.figures[0]).map((series) => series.name)).toEqual([
      'video',
      'visit',
      'Missing',
    ]);
  });

  test('the boundary of the year is 31 March', () => {
    const days = viewOf('referrals', {
      name: 'on',
      kind: 'date',
      data: ['2016-03-31', '2016-04-01', '2000-03-31', '1999-04-01'],
    });
    const result = runAnalysis('counts-by-year', days, { date: 'on' });
    expect(estimate(result, 'n[2015/16]').value).toBe(1);
    expect(estimate(result, 'n[2016/17]').value).toBe(1);
    expect(estimate(result, 'n[1999/00]').value).toBe(2);
  });

  test('a wrong century is refused with the dates that are to blame', () => {
    const wrong = viewOf('referrals', {
      name: 'on',
      kind: 'date',
      data: ['0216-03-31', '2016-04-01'],
    });
    expect(() => runAnalysis('counts-by-year', wrong, { date: 'on' })).toThrow('31 March 216');
  });
});

describe('descriptives', () => {
  const view = viewOf(
    'people',
    {
      name: 'x',
      label: 'Score',
      kind: 'integer',
      data: [18, 22, 15, 27, 19, 24, 21, 16, 25, 20, 23, 17, 26, 14, 28, null],
    },
    {
      name: 'g',
      label: 'Group',
      kind: 'category',
      data: [...repeat('a', 8), ...repeat('b', 7), 'b'],
    },
  );

  test('one line a variable, as R gives it', () => {
    const finding = runAnalysis('descriptives', view, { variables: ['x'] });
    expect(lines(finding)).toEqual([
      'Score | 15 | 1 | 21.00 | 4.47 | [18.52, 23.48] | 21 | 17.5–24.5 | 14 | 28 | 0.00',
    ]);
    expect(finding.figures[0]?.kind).toBe('histogram');
    const bars = seriesOf(finding.figures[0])[0]?.points ?? [];
    expect(bars.reduce((total, bar) => total + (bar.value ?? 0), 0)).toBe(15);
  });

  test('by group', () => {
    const finding = runAnalysis('descriptives', view, { variables: ['x'], group: 'g' });
    expect(estimate(finding, 'mean[a]').value).toBe(20.25);
    expect(estimate(finding, 'missing[b]').value).toBe(1);
    expect(finding.figures[0]?.kind).toBe('interval');
  });

  test('the sentence has mean and median; quartiles are quoted without idle zeros', () => {
    const finding = runAnalysis('descriptives', view, { variables: ['x'] });
    expect(finding.sentences.plain).toBe(
      'On average 21.00 (95\u202f% CI 18.52 to 23.48), median 21; known for 15 of 16 people.',
    );
    expect(['median', 'q1', 'q3'].map((key) => formatEstimate(estimate(finding, key)))).toEqual([
      '21',
      '17.5',
      '24.5',
    ]);
  });

  test('a histogram of whole numbers has bins of as many numbers each, and says which', () => {
    const ages = viewOf('people', {
      name: 'age',
      kind: 'integer',
      data: Array.from({ length: 280 }, (_, i) => 17 + ((i * i) % 31)),
    });
    const bars =
      seriesOf(runAnalysis('descriptives', ages, { variables: ['age'] }).figures[0])[0]?.points ??
      [];
    expect(bars.map((bar) => bar.label).join('|')).toMatch(/^15 to 19\|20 to 24\|25 to 29\|/);
    expect(bars.reduce((total, bar) => total + (bar.value ?? 0), 0)).toBe(280);
  });

  test('a histogram of decimals keeps every value', () => {
    const values = Array.from({ length: 200 }, (_, i) => Math.sin(i) * 10 + 0.01 * i);
    const many = viewOf('people', { name: 'x', data: values });
    const bars =
      seriesOf(runAnalysis('descriptives', many, { variables: ['x'] }).figures[0])[0]?.points ?? [];
    expect(bars.reduce((total, bar) => total + (bar.value ?? 0), 0)).toBe(200);
    expect(bars.length).toBeLessThanOrEqual(41);
  });
});

describe('wilcoxon of ordered levels', () => {
  const counts = [
    [12, 2, 0, 0],
    [9, 20, 3, 0],
    [2, 11, 14, 2],
    [0, 3, 4, 3],
  ];
  const moves = counts.flatMap((row, i) =>
    row.flatMap((n, j) => repeat([i + 1, j + 1] as const, n)),
  );
  const values = ['1', '2', '3', '4'].map((value) => ({ value, label: `Level ${value}` }));
  const view = viewOf(
    'people',
    {
      name: 'b',
      label: 'LOAF level, T1',
      kind: 'integer',
      values,
      evidence: 'LOAF level (LOAF, 1–4, lower is better).',
      data: [...moves.map(([from]) => from), ...repeat(3, 29)],
    },
    {
      name: 'a',
      label: 'LOAF level, T2',
      kind: 'integer',
      values,
      data: [...moves.map(([, to]) => to), ...repeat({ missing: 'T1 only' }, 29)],
    },
  );
  const finding = runAnalysis('wilcoxon', view, { before: 'b', after: 'a' });

  test('improved, same and worse follow the direction of the label', () => {
    expect(finding.sentences.plain).toBe(
      'LOAF level: of 85 people, 29 (34\u202f%) improved, 49 (58\u202f%) stayed the same, 7 (8\u202f%) got worse; lower is better. 85 of 114 people (74.6\u202f%) have both scores.',
    );
    expect(finding.n.missing).toEqual([{ reason: 'T1 only', n: 29 }]);
  });

  test('the transition table is there, cell by cell', () => {
    const table = finding.tables.find((entry) => entry.id === 'transition');
    expect(table?.rows[2]?.cells.map((cell) => cell.value)).toEqual(['Level 3', 2, 11, 14, 2, 29]);
  });

  test('marginal homogeneity as in R: χ²(3) = 14.60, p = .002', () => {
    expect(estimate(finding, 'stuart-maxwell').value).toBeCloseTo(14.6029, 4);
    expect(estimate(finding, 'stuart-maxwell-p').value).toBeCloseTo(0.0021895, 7);
    expect(finding.sentences.apa).toContain('Stuart–Maxwell χ²(3) = 14.60, *p* = .002');
  });

  test('a category takes its order from its list', () => {
    const ordered = ['low', 'middle', 'high'].map((value) => ({ value, label: value }));
    const words = viewOf(
      'people',
      {
        name: 'b',
        label: 'Risk',
        kind: 'category',
        values: ordered,
        data: ['low', 'low', 'middle', 'high'],
      },
      {
        name: 'a',
        label: 'Risk',
        kind: 'category',
        values: ordered,
        data: ['middle', 'high', 'high', 'high'],
      },
    );
    const result = runAnalysis('wilcoxon', words, { before: 'b', after: 'a', better: 'lower' });
    expect(estimate(result, 'worse').value).toBe(3);
    expect(estimate(result, 'W').value).toBe(6);
    expect(estimate(result, 'p').value).toBe(0.25);
  });
});
