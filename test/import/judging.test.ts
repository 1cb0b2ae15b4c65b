import { describe, expect, test } from 'vitest';
import { calendarDate, isoDate } from '../../src/model/calendar.ts';
import { fileOf, load, preview, refusalOf, valuesOf } from './fixtures.ts';

/** A file with a row number, a text and the column to judge, quoted. */
function columnFile(header: string, cells: readonly string[]): string {
  const rows = cells.map((cell, i) => `row ${i},${i % 7},"${cell}"`);
  return fileOf(`what,n,${header}\n${rows.join('\n')}\n`);
}

function repeat(n: number, cell: (i: number) => string): string[] {
  return Array.from({ length: n }, (_, i) => cell(i));
}

const TODAY = Math.floor(Date.now() / 86_400_000);
const YEAR = calendarDate(TODAY).year;
const two = (n: number) => String(n % 100).padStart(2, '0');

describe('two-digit years', () => {
  test('nobody is born in the future: the pivot of dates of birth is this year', async () => {
    const cells = [
      '25/04/29',
      '26/04/30',
      '27/12/99',
      `13/01/${two(YEAR - 1)}`,
      `14/01/${two(YEAR + 1)}`,
    ];
    const file = columnFile('Date of birth', cells);
    const shown = await preview(file);
    expect(shown.decisions.columns[2]).toMatchObject({ pivot: (YEAR % 100) + 1 });
    expect(shown.columns[2]?.evidence).toContain(
      `two-digit years from ${two(YEAR + 1)} are read as 19${two(YEAR + 1)} to 1999, those below as 2000 to ${YEAR}: nobody is born in the future`,
    );
    const days = valuesOf(await load(file), 'Date of birth');
    expect(days.map((day) => String(day).slice(0, 4))).toEqual([
      '1929',
      '1930',
      '1999',
      String(YEAR - 1),
      String(YEAR - 99),
    ]);
    for (const day of days) expect(String(day) <= isoDate(TODAY)).toBe(true);
  });

  test('a birth later this year is asked: a hundred years old, or still to come', async () => {
    const day = calendarDate(TODAY + 20);
    // In the last days of a year nothing is to come in it.
    if (day.year !== YEAR) return;
    const cells = ['13/01/19', `${two(day.day)}/${two(day.month)}/${two(day.year)}`];
    const file = columnFile('DOB', [...cells, '25/03/20']);
    const [question] = (await preview(file)).questions;
    expect(question?.question).toBe(
      `“DOB”: is the year ${two(YEAR)} in these dates of birth ${YEAR} or ${YEAR - 100}?`,
    );
    expect((await refusalOf(load(file))).code).toBe('unanswered-question');
    const past = await load(file, { columns: [question?.choices[0]?.change] });
    expect(String(valuesOf(past, 'DOB')[1])).toMatch(`${YEAR - 100}-`);
    const future = await load(file, { columns: [question?.choices[1]?.change] });
    expect(String(valuesOf(future, 'DOB')[1])).toMatch(`${YEAR}-`);
  });

  test('the pivot can be changed and is kept in the contract', async () => {
    const file = columnFile('seen', ['25/04/29', '26/04/30']);
    const loaded = await load(file, { columns: [{ position: 2, pivot: 31 }] });
    expect(valuesOf(loaded, 'seen')).toEqual(['2029-04-25', '2030-04-26']);
    expect(loaded.decisions.columns[2]?.pivot).toBe(31);
  });
});

describe('day numbers of Excel in a text file', () => {
  const cells = repeat(20, (i) => String(44_287 + 30 * i));

  test('are asked about where the heading says date, never taken silently', async () => {
    const file = columnFile('ReferralDate', cells);
    const shown = await preview(file);
    const [question] = shown.questions;
    expect(question?.question).toBe(
      '“ReferralDate”: are these numbers dates, as Excel counts days?',
    );
    expect(question?.choices.map(({ label, example }) => `${label}: ${example}`)).toEqual([
      'Dates: 44287 is 1 April 2021',
      'Dates of a workbook that counts from 1904: 44287 is 2 April 2025',
      'Numbers: 44287',
    ]);
    expect((await refusalOf(load(file))).code).toBe('unanswered-question');
    const dates = await load(file, { columns: [question?.choices[0]?.change] });
    expect(valuesOf(dates, 'ReferralDate').slice(0, 2)).toEqual(['2021-04-01', '2021-05-01']);
    expect(dates.notes).toEqual([]);
    expect(dates.frame.variables[2]?.evidence).toBe(
      'All 20 values are dates; 20 are day numbers of Excel, counted from 1900.',
    );
    const numbers = await load(file, { columns: [question?.choices[2]?.change] });
    expect(valuesOf(numbers, 'ReferralDate')[0]).toBe(44_287);
  });

  test('under another heading they are numbers', async () => {
    const shown = await preview(columnFile('income', cells));
    expect(shown.questions).toEqual([]);
    expect(shown.decisions.columns[2]?.kind).toBe('integer');
  });

  test('a few among written dates are asked about too', async () => {
    const mixed = [...repeat(30, (i) => `${two((i % 28) + 1)}/04/2021`), '44287', '44288'];
    const file = columnFile('seen', mixed);
    const [question] = (await preview(file)).questions;
    expect(question?.question).toBe(
      '“seen”: are the numbers among the dates day numbers of Excel?',
    );
    const dates = await load(file, { columns: [question?.choices[0]?.change] });
    expect(valuesOf(dates, 'seen').slice(-2)).toEqual(['2021-04-01', '2021-04-02']);
    expect(dates.notes.map(({ kind, raw }) => `${kind} ${raw}`)).toEqual([
      'raw 44287',
      'raw 44288',
    ]);
    const text = await load(file, { columns: [question?.choices[2]?.change] });
    expect(text.receipt.cells.asText).toBe(2);
  });

  test('with a time of day', async () => {
    const file = columnFile('visit date', ['44287.25', '44288.5', '44289']);
    const [question] = (await preview(file)).questions;
    const loaded = await load(file, { columns: [question?.choices[0]?.change] });
    expect(valuesOf(loaded, 'visit date')).toEqual([
      '2021-04-01T06:00:00',
      '2021-04-02T12:00:00',
      '2021-04-03T00:00:00',
    ]);
  });
});

describe('numbers', () => {
  test.each([
    ['1.234', ['1.234', '2.500', '17'], [1234, 2500, 17], [1.234, 2.5, 17]],
    ['1,234', ['1,234', '2,500', '17'], [1234, 2500, 17], [1.234, 2.5, 17]],
  ])('%s alone is asked: thousands or decimals', async (_, cells, thousands, decimals) => {
    const file = columnFile('cost', cells);
    const [question] = (await preview(file)).questions;
    expect(question?.question).toMatch(
      /^“cost”: does the (point|comma) divide thousands or decimals\?$/,
    );
    expect((await refusalOf(load(file))).code).toBe('unanswered-question');
    const one = await load(file, { columns: [question?.choices[0]?.change] });
    expect(valuesOf(one, 'cost')).toEqual(thousands);
    const other = await load(file, { columns: [question?.choices[1]?.change] });
    expect(valuesOf(other, 'cost')).toEqual(decimals);
  });

  test('one number that can be nothing else settles it', async () => {
    const points = await preview(columnFile('x', ['1.234', '2.500', '3.25']));
    expect(points.questions).toEqual([]);
    const groups = await load(columnFile('x', ['1.234', '2.500', '1.234.567']));
    expect(valuesOf(groups, 'x')).toEqual([1234, 2500, 1_234_567]);
  });

  test('brackets, trailing minus, and every kind of space between thousands', async () => {
    const cells = ['(1 234)', '12-', '1\u00a0234', '1\u2009234', '1\u202f234', '1\u2007234', '-5'];
    const loaded = await load(columnFile('x', cells));
    expect(valuesOf(loaded, 'x')).toEqual([-1234, -12, 1234, 1234, 1234, 1234, -5]);
    expect(loaded.receipt.cells.asText).toBe(0);
  });

  test('a column of mostly numbers and many suppressed cells is still one of numbers', async () => {
    const cells = repeat(
      40,
      (i) => (i % 3 === 0 ? ['<5', '*', '[c]'][i % 2] : String(i + 5)) ?? '',
    );
    const loaded = await load(columnFile('n2', cells));
    expect(loaded.frame.variables[2]?.kind).toBe('integer');
    expect(loaded.receipt.problems).toEqual([
      { column: 'n2', reason: 'a suppressed number or a limit', n: 14, firstRow: 2 },
    ]);
    expect(loaded.frame.variables[2]?.evidence).toContain(
      '14 cells hold a limit or a sign instead of a number',
    );
  });
});

describe('times and lengths of time', () => {
  test('clock times, and durations past 24 hours in several ways of writing', async () => {
    const cells = ['26:30', '1:05', '1 h 30 min', '45 mins', 'PT2H', '100:00:05'];
    const loaded = await load(columnFile('length', cells));
    expect(loaded.frame.variables[2]?.kind).toBe('time');
    expect(valuesOf(loaded, 'length')).toEqual([
      '26:30:00',
      '01:05:00',
      '01:30:00',
      '00:45:00',
      '02:00:00',
      '100:00:05',
    ]);
  });

  test('5 m is no time', async () => {
    const shown = await preview(columnFile('x', ['5 m', '7 m', '12 m']));
    expect(shown.decisions.columns[2]?.kind).not.toBe('time');
  });

  test('months by their English names, short and long', async () => {
    const cells = ['3 April 2021', '3rd Apr 2021', 'April 3, 2021', '3-Apr-21', 'Sat 3 Apr 2021'];
    const loaded = await load(columnFile('seen', cells));
    expect(new Set(valuesOf(loaded, 'seen'))).toEqual(new Set(['2021-04-03']));
  });
});

test('answers of several spellings are called by one pair of words', async () => {
  const answers = ['Y', 'N', 'yes', 'No', 'No', 'N', 'Y', 'Y'];
  const loaded = await load(columnFile('closed', [...repeat(40, (i) => answers[i % 8] ?? '')]));
  expect(loaded.frame.variables[2]?.values).toEqual([
    { value: '1', label: 'Y' },
    { value: '0', label: 'N' },
  ]);
});

describe('suggested missing codes', () => {
  test('with counts, one click each, never applied by themselves', async () => {
    const cells = [...repeat(50, (i) => String((i % 7) + 1)), '99', '99', '-9', 'NK'];
    const file = columnFile('q7', cells);
    const shown = await preview(file);
    expect(shown.columns[2]?.suggestedMissing).toEqual([
      { code: '99', reason: 'missing code', n: 2, why: 'stands apart from the rest, 1 to 7' },
      { code: '-9', reason: 'missing code', n: 1, why: 'stands apart from the rest, 1 to 7' },
    ]);
    const decided = shown.decisions.columns[2]?.missing ?? [];
    expect(decided).toEqual([{ code: 'NK', reason: 'not known' }]);
    const missing = [...decided, ...(shown.columns[2]?.suggestedMissing ?? [])];
    const codes = missing.map(({ code, reason }) => ({ code, reason }));
    const loaded = await load(file, { columns: [{ position: 2, missing: codes }] });
    expect(valuesOf(loaded, 'q7').slice(-4)).toEqual([null, null, null, null]);
    const after = await preview(file, { columns: [{ position: 2, missing: codes }] });
    expect(after.columns[2]?.suggestedMissing).toEqual([]);
  });

  test('inside the range of the rest nothing is suggested', async () => {
    const shown = await preview(
      columnFile(
        'score',
        repeat(120, (i) => String(i)),
      ),
    );
    expect(shown.columns[2]?.suggestedMissing).toEqual([]);
  });

  test('one not far above the rest is told by how often it occurs', async () => {
    const scores = repeat(205, (i) => String(40 + (i % 41)));
    const suggested = async (n: number) =>
      (await preview(columnFile('total', [...scores, ...repeat(n, () => '99')]))).columns[2]
        ?.suggestedMissing;
    expect(await suggested(20)).toEqual([
      { code: '99', reason: 'missing code', n: 20, why: 'stands apart from the rest, 40 to 80' },
    ]);
    expect(await suggested(5)).toEqual([]);
  });

  test('words in a column of words, days that stand for none', async () => {
    const words = repeat(20, (i) => ['White', 'Black', 'Not known'][i % 3] ?? '');
    expect((await preview(columnFile('ethnicity', words))).columns[2]?.suggestedMissing).toEqual([
      { code: 'Not known', reason: 'not known', n: 6, why: 'often means missing' },
    ]);
    const days = [...repeat(20, (i) => `${two(i + 1)}/04/2021`), '01/01/1900', '01/01/1900'];
    expect((await preview(columnFile('seen', days))).columns[2]?.suggestedMissing).toEqual([
      {
        code: '01/01/1900',
        reason: 'no date given',
        n: 2,
        why: 'a day that registers use for none',
      },
    ]);
  });
});

describe('questions with several answers', () => {
  test('in one cell', async () => {
    const answers = ['Sleep; Feeding', 'Feeding;Play', 'Sleep', 'Sleep;Feeding;Play;', 'Play'];
    const shown = await preview(
      columnFile(
        'help',
        repeat(30, (i) => answers[i % 5] ?? ''),
      ),
    );
    expect(shown.columns[2]?.several).toEqual({
      form: 'separated',
      separator: ';',
      answers: [
        { value: 'Sleep', n: 18 },
        { value: 'Feeding', n: 18 },
        { value: 'Play', n: 18 },
      ],
    });
    expect(shown.columns[2]?.evidence).toContain(
      'Several answers in a cell, divided by “;”: 3 different ones (Sleep; Feeding; Play).',
    );
  });

  test.each([
    ['q7_1,q7_2,q7_3', 'q7'],
    ['q7___1,q7___2,q7____99', 'q7'],
    ['help/sleep,help/play,help/other', 'help'],
    ['Q7 [1],Q7 [2],Q7 [3]', 'Q7'],
  ])('one tick box each: %s', async (headers, name) => {
    const rows = repeat(6, (i) => `p${i},${i % 2},${i % 3 === 0 ? 1 : 0},1,${i}`).join('\n');
    const shown = await preview(fileOf(`id,${headers},q8_1\n${rows}\n`));
    expect(shown.columns.map(({ several }) => several)).toEqual([
      undefined,
      ...[1, 2, 3].map(() => ({ form: 'block', name, positions: [1, 2, 3] })),
      undefined,
    ]);
    expect(shown.columns[2]?.evidence).toContain(`One of 3 tick boxes of ${name}.`);
  });

  test('sentences with semicolons and items of a scale are none', async () => {
    const notes = repeat(30, (i) => `came ${i} times; slept ${i * 7} hours`);
    expect((await preview(columnFile('note', notes))).columns[2]?.several).toBeUndefined();
    const rows = repeat(8, (i) => `p${i},${(i % 7) + 1},${(i % 5) + 1}`).join('\n');
    const shown = await preview(fileOf(`id,prfq_1,prfq_2\n${rows}\n`));
    expect(shown.columns[1]?.several).toBeUndefined();
  });
});

describe('dates that are the same in every order', () => {
  const evidence = async (cells: readonly string[]) =>
    (await preview(columnFile('seen', cells))).columns[2]?.evidence;

  test('nobody chose their order, and nobody has to', async () => {
    expect(await evidence(['01/01/2024', '02/02/2024', '12/12/2024'])).toBe(
      'All 3 values are dates; day and month are equal in every cell, so their order does not matter.',
    );
    expect(await evidence(['01/01/2024', '3 March 2024', '12/12/2024'])).toContain(
      'day and month are equal in every other cell, so their order does not matter',
    );
  });
});
