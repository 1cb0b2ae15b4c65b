import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/model/variable.ts';
import { fileOf, load, preview, refusalOf, valuesOf } from './fixtures.ts';

/** A file with a row number, a text and the column to judge, quoted. */
function columnFile(header: string, cells: readonly string[]): string {
  const rows = cells.map((cell, i) => `row ${i},${i % 7},"${cell}"`);
  return fileOf(`what,n,${header}\n${rows.join('\n')}\n`);
}

function repeat(n: number, cell: (i: number) => string): string[] {
  return Array.from({ length: n }, (_, i) => cell(i));
}

async function kindOf(header: string, cells: readonly string[]): Promise<Kind | undefined> {
  return (await preview(columnFile(header, cells))).decisions.columns[2]?.kind;
}

const TWO = (n: number) => String(n).padStart(2, '0');

describe('kinds from all rows', () => {
  test.each<[string, string, string[], Kind]>([
    ['whole numbers', 'age', repeat(20, (i) => String(18 + i)), 'integer'],
    ['decimals', 'score', repeat(20, (i) => `${i}.5`), 'decimal'],
    ['decimal comma', 'score', repeat(20, (i) => `${i},5`), 'decimal'],
    ['thousands', 'cost', ['1,234', '1,234,567', '2,000'], 'integer'],
    ['currency', 'cost', ['£12.50', '£1,200.00', '£3.00'], 'decimal'],
    ['per cent', 'rate', ['12%', '55.5%', '100%'], 'decimal'],
    ['negative, brackets, minus sign', 'change', ['(12)', '-3', '−4', '5'], 'integer'],
    ['yes and no', 'consent', ['Yes', 'No', 'yes', 'N'], 'yesno'],
    ['true and false', 'flag', ['TRUE', 'FALSE'], 'yesno'],
    ['0 and 1 stay numbers', 'flag', ['0', '1', '1', '0'], 'integer'],
    ['ISO dates', 'seen', ['2021-04-03', '2021-12-31'], 'date'],
    ['named months', 'seen', ['3 Apr 2021', '21 May 2021', '1-Jun-21'], 'date'],
    ['dates and times', 'seen', ['25/04/2021 09:30', '26/04/2021 10:15'], 'datetime'],
    ['midnight is no time', 'seen', ['2021-04-03 00:00:00', '2021-04-04 00:00:00'], 'date'],
    ['times', 'start', ['09:30', '10:15', '4:05 pm'], 'time'],
    ['leading zeros', 'site', ['007', '012', '007', '100'], 'identifier'],
    ['more than 15 digits', 'number', ['123456789012345678', '123456789012345679'], 'identifier'],
    ['1E5', 'ward', ['1E5', '2E7', '3E1', '1E5'], 'identifier'],
    ['id by name', 'PersonID', ['1', '2', '2', '3'], 'identifier'],
    ['NHS numbers with spaces', 'NHS number', ['999 000 0018', '999 000 0026'], 'identifier'],
    ['postcodes', 'Postcode', ['SE5 8AZ', 'SW1A 1AA'], 'identifier'],
    ['codes of one shape', 'client', repeat(30, (i) => `HB-${1000 + i}`), 'identifier'],
    [
      'few values',
      'status',
      repeat(40, (i) => ['Attended', 'Cancelled', 'DNA'][i % 3] ?? ''),
      'category',
    ],
    ['financial years', 'year', repeat(30, (i) => ['2021/22', '2022/23'][i % 2] ?? ''), 'category'],
    ['words', 'note', repeat(30, (i) => `spoke to parent ${i} at home`), 'text'],
    ['nothing', 'empty', ['', '', ''], 'text'],
    ['a referral date is no reference', 'referral', ['5', '6', '7'], 'integer'],
    [
      'half words, half numbers',
      'mixed',
      repeat(40, (i) => (i % 2 ? `${i}` : `about ${i}`)),
      'text',
    ],
  ])('%s', async (_, header, cells, kind) => {
    expect(await kindOf(header, cells)).toBe(kind);
  });

  test('the last of 40,000 rows counts', async () => {
    const cells = [...repeat(40_000, (i) => `0${1 + (i % 9)}/0${1 + (i % 8)}/2021`), '25/04/2021'];
    const shown = await preview(columnFile('seen', cells));
    expect(shown.questions).toEqual([]);
    expect(shown.decisions.columns[2]).toMatchObject({ kind: 'date', dateOrder: 'dmy' });
    expect(shown.columns[2]?.evidence).toBe(
      'All 40,001 values are dates; day first is proven by row 40,002 (25/04/2021).',
    );
  });
});

describe('numbers', () => {
  test('values of every way of writing', async () => {
    const cells = ['£1,200.50', '£3.00', '£0.10', '£45.25'];
    const loaded = await load(columnFile('cost', cells));
    expect(valuesOf(loaded, 'cost')).toEqual([1200.5, 3, 0.1, 45.25]);
    expect(loaded.notes).toEqual([]);
  });

  test('per cent becomes a share, exactly', async () => {
    const loaded = await load(columnFile('rate', ['12%', '55.5%', '7%', '29%']));
    expect(valuesOf(loaded, 'rate')).toEqual([0.12, 0.555, 0.07, 0.29]);
  });

  test('raw text is kept only where the value does not give it back', async () => {
    const loaded = await load(columnFile('score', ['1.0', '2', ' 3 ', '4', '+5']));
    expect(valuesOf(loaded, 'score')).toEqual([1, 2, 3, 4, 5]);
    expect(loaded.notes.map(({ row, raw, kind }) => [row, raw, kind])).toEqual([
      [0, '1.0', 'raw'],
      [2, ' 3 ', 'raw'],
      [4, '+5', 'raw'],
    ]);
  });

  test('<5, 5+ and * are never numbers', async () => {
    const cells = [...repeat(60, String), '<5', '5+', '*'];
    const loaded = await load(columnFile('n2', cells));
    expect(loaded.receipt.problems).toEqual([
      { column: 'n2', reason: 'a suppressed number or a limit', n: 3, firstRow: 62 },
    ]);
    expect(loaded.notes.map(({ raw, reason }) => `${raw} ${reason}`)).toEqual([
      '<5 suppressed: “<5” is a limit, not a number',
      '5+ suppressed: “5+” is a lowest value, not a number',
      '* suppressed: “*” stands for a number that was suppressed',
    ]);
    expect(valuesOf(loaded, 'n2').slice(-3)).toEqual([null, null, null]);
  });

  test('1,234 alone is asked: thousands or decimals', async () => {
    const file = columnFile('cost', ['1,234', '2,500', '17']);
    const [question] = (await preview(file)).questions;
    expect(question?.choices.map(({ example }) => example)).toEqual([
      '1,234 is 1234',
      '1,234 is 1.234',
      '1,234',
    ]);
    expect((await refusalOf(load(file))).code).toBe('unanswered-question');
    const thousands = await load(file, { columns: [question?.choices[0]?.change] });
    expect(valuesOf(thousands, 'cost')).toEqual([1234, 2500, 17]);
    const decimals = await load(file, { columns: [question?.choices[1]?.change] });
    expect(valuesOf(decimals, 'cost')).toEqual([1.234, 2.5, 17]);
  });

  test('one number in twenty may not fit; more make it text', async () => {
    const good = repeat(95, String);
    expect(await kindOf('x', [...good, ...repeat(5, () => 'lots')])).toBe('integer');
    expect(await kindOf('x', [...good, ...repeat(6, (i) => `lots ${i}`)])).toBe('text');
  });

  test('in a short column one may not fit, from 8 cells on, and the evidence says so', async () => {
    const levels = ['1', '2', '2', '3', '1', '4', '2', '3', '3', '2', '1', '2'];
    const shown = await preview(columnFile('level', [...levels, '3-4']));
    expect(shown.decisions.columns[2]?.kind).toBe('integer');
    expect(shown.columns[2]?.evidence).toBe(
      '12 of 13 values are whole numbers, from 1 to 4. 1 cell does not fit and is kept as text: one may differ from 8 cells on.',
    );
    expect(await kindOf('level', ['1', '2', '2', '3', '1', '4', '3-4'])).not.toBe('integer');
    expect(await kindOf('level', [...levels, '3-4', '4-5'])).not.toBe('integer');
  });
});

describe('dates', () => {
  test('impossible dates are problems, not conflicts', async () => {
    const cells = repeat(357, (i) => `${TWO((i % 28) + 1)}/04/2021`);
    const loaded = await load(
      columnFile('seen', [...cells, '31/02/2021', '32/01/2021', '31/04/2021']),
    );
    expect(loaded.frame.variables[2]?.kind).toBe('date');
    expect(loaded.notes.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['problem', 'not a date: 31/02/2021 does not exist'],
      ['problem', 'not a date: 32/01/2021 does not exist'],
      ['problem', 'not a date: 31/04/2021 does not exist'],
    ]);
    expect(loaded.receipt.cells).toMatchObject({ total: 1080, typed: 1077, asText: 3 });
    expect(loaded.receipt.problems).toEqual([
      { column: 'seen', reason: 'not a date: no such day', n: 3, firstRow: 359 },
    ]);
    const one = await load(columnFile('seen', [...cells, '31/02/2021']));
    expect(one.receipt.problems[0]?.reason).toBe('not a date: 31/02/2021 does not exist');
  });

  test('no part above 12 is asked, never guessed', async () => {
    const file = columnFile('seen', ['07/07/2021', '03/04/2021', '05/06/2021']);
    const shown = await preview(file);
    expect(shown.questions[0]).toMatchObject({
      position: 2,
      question: '“seen”: in which order are day, month and year written?',
      why: 'In none of the 2 dates is a part above 12: the file cannot say.',
    });
    expect(shown.questions[0]?.choices.map(({ label, example }) => `${label}: ${example}`)).toEqual(
      [
        'Day first: 03/04/2021 is 3 April 2021',
        'Month first: 03/04/2021 is 4 March 2021',
        'Keep as text: 03/04/2021',
      ],
    );
    const data = shown.rows.filter(({ role }) => role === 'data');
    expect(data.map(({ cells }) => cells[2]?.state)).toEqual(['asked', 'asked', 'asked']);
    expect(shown.receipt.cells).toMatchObject({ total: 9, typed: 6, asText: 3 });
    const refusal = await refusalOf(load(file));
    expect(refusal).toMatchObject({ code: 'unanswered-question', where: { column: 'seen' } });
    const change = shown.questions[0]?.choices[1]?.change;
    expect(valuesOf(await load(file, { columns: [change] }), 'seen')).toEqual([
      '2021-07-07',
      '2021-03-04',
      '2021-05-06',
    ]);
  });

  test('both orders proven is asked', async () => {
    const shown = await preview(columnFile('seen', ['25/04/2021', '04/25/2021', '03/04/2021']));
    expect(shown.questions[0]?.why).toBe(
      '1 of 3 dates exist only day first and 1 only month first.',
    );
    expect(shown.questions[0]?.choices[0]?.label).toBe('Day first (1 of 3 do not fit)');
  });

  test('dates that read alike in both orders need no question', async () => {
    const loaded = await load(columnFile('seen', ['01/01/2021', '02/02/2021']));
    expect(valuesOf(loaded, 'seen')).toEqual(['2021-01-01', '2021-02-02']);
  });

  test('two-digit years show their pivot', async () => {
    const shown = await preview(columnFile('seen', ['25/04/29', '26/04/30', '27/12/99']));
    expect(shown.columns[2]?.evidence).toContain(
      'two-digit years from 30 are read as 1930 to 1999, those below as 2000 to 2029',
    );
    expect(shown.questions).toEqual([]);
    const loaded = await load(columnFile('seen', ['25/04/29', '26/04/30', '27/12/99']));
    expect(valuesOf(loaded, 'seen')).toEqual(['2029-04-25', '1930-04-26', '1999-12-27']);
  });

  test('a column read wholly one way needs no notes; what is written otherwise keeps its text', async () => {
    const loaded = await load(
      columnFile('seen', ['25/04/2021', '01/02/2021', '2021-03-04', '5/6/2021', '7 May 2021']),
    );
    expect(valuesOf(loaded, 'seen')).toEqual([
      '2021-04-25',
      '2021-02-01',
      '2021-03-04',
      '2021-06-05',
      '2021-05-07',
    ]);
    expect(loaded.notes.map(({ raw }) => raw)).toEqual(['2021-03-04', '5/6/2021', '7 May 2021']);
  });

  test('times keep to the clock, zones are not applied but kept', async () => {
    const loaded = await load(
      columnFile('at', [
        '2021-07-01T09:30:00Z',
        '2021-07-01T23:59:00+01:00',
        '2021-07-02T00:00:01Z',
      ]),
    );
    expect(valuesOf(loaded, 'at')).toEqual([
      '2021-07-01T09:30:00',
      '2021-07-01T23:59:00',
      '2021-07-02T00:00:01',
    ]);
    expect(loaded.notes.map(({ raw }) => raw)).toEqual(['2021-07-01T23:59:00+01:00']);
  });

  test('pm and seconds', async () => {
    const loaded = await load(columnFile('start', ['09:30', '12:05 am', '12:05 pm', '10:15']));
    expect(valuesOf(loaded, 'start')).toEqual(['09:30:00', '00:05:00', '12:05:00', '10:15:00']);
  });
});

describe('missing', () => {
  test('words for missing are read so in typed columns, with their reason', async () => {
    const loaded = await load(columnFile('age', ['31', 'NK', '', 'n/a', '28', '#N/A', '-', '40']));
    expect(valuesOf(loaded, 'age')).toEqual([31, null, null, null, 28, null, null, 40]);
    expect(loaded.decisions.columns[2]?.missing).toEqual([
      { code: 'NK', reason: 'not known' },
      { code: 'n/a', reason: 'not applicable' },
      { code: '#N/A', reason: 'not available' },
      { code: '-', reason: 'dash' },
    ]);
    expect(loaded.receipt.cells).toMatchObject({ typed: 19, missing: 4, empty: 1, asText: 0 });
    expect(loaded.notes.map(({ kind, raw, reason }) => `${kind} ${raw} ${reason}`)[0]).toBe(
      'missing-code NK not known',
    );
  });

  test('in words they stay as they are', async () => {
    const cells = repeat(20, (i) => ['White', 'Black', 'Not known'][i % 3] ?? '');
    const loaded = await load(columnFile('ethnicity', cells));
    expect(valuesOf(loaded, 'ethnicity')[2]).toBe('Not known');
    expect(loaded.frame.variables[2]?.evidence).toContain('could stand for missing');
  });

  test('99 is pointed at, and missing only when a person says so', async () => {
    const file = columnFile('q7', [...repeat(50, (i) => String((i % 7) + 1)), '99', '99', '9']);
    const shown = await preview(file);
    expect(shown.columns[2]?.evidence).toContain(
      '9 (1 of 53), 99 (2 of 53) stand apart from the rest, 1 to 7: a missing code?',
    );
    expect(valuesOf(await load(file), 'q7').slice(-3)).toEqual([99, 99, 9]);
    const missing = [{ code: '99', reason: 'not answered' }];
    const loaded = await load(file, { columns: [{ position: 2, missing }] });
    expect(valuesOf(loaded, 'q7').slice(-3)).toEqual([null, null, 9]);
    expect(loaded.frame.columns[2]?.reasons).toContain('not answered');
    expect(loaded.receipt.cells.missing).toBe(2);
  });

  test('rows that lack a required value are quarantined whole', async () => {
    const file = fileOf('id,n\nHB1,1\n,2\nHB3,x\n');
    const loaded = await load(file, { required: ['id'] });
    expect(loaded.receipt).toMatchObject({ read: 4, loaded: 2, quarantined: 1, skipped: 1 });
    expect(loaded.receipt.quarantine).toEqual([
      { row: 3, cells: ['', '2'], reason: 'id is required and has no value' },
    ]);
  });
});

describe('evidence', () => {
  test('what fits, what does not, the frequent values', async () => {
    const shown = await preview(columnFile('q7', [...repeat(40, () => '3'), '3-4', '4?']));
    expect(shown.columns[2]).toMatchObject({
      filled: 42,
      empty: 0,
      distinct: 3,
      top: [
        { value: '3', n: 40 },
        { value: '3-4', n: 1 },
        { value: '4?', n: 1 },
      ],
      problems: [
        { row: 42, raw: '3-4', reason: 'not a whole number: “3-4”' },
        { row: 43, raw: '4?', reason: 'not a whole number: “4?”' },
      ],
    });
    expect(shown.columns[2]?.fits.find(({ kind }) => kind === 'integer')).toEqual({
      kind: 'integer',
      n: 40,
    });
  });

  test('answers are labelled as most of them are spelt', async () => {
    const loaded = await load(columnFile('consent', ['Y', 'N', 'Y', 'yes']));
    expect(loaded.frame.variables[2]?.values).toEqual([
      { value: '1', label: 'Y' },
      { value: '0', label: 'N' },
    ]);
    expect(loaded.notes.map(({ raw }) => raw)).toEqual(['yes']);
  });
});
