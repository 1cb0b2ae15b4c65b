import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { missingReason } from '../../src/model/column.ts';
import { columnNamed, variableNamed } from '../../src/model/frame.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { applyRecipe } from '../../src/recipe/apply-recipe.ts';
import { FUNCTIONS, SPECIAL } from '../../src/recipe/expression/functions.ts';
import { frameOf, randomFrom, valuesOf } from '../columns/frames.ts';

const people = frameOf({
  id: { kind: 'identifier', values: ['a', 'b', 'c', 'd'] },
  age: { kind: 'integer', label: 'Age', values: [17, 30, null, 24] },
  weight: { kind: 'decimal', label: 'Weight, kg', values: [60.5, null, 70, 0] },
  born: {
    kind: 'date',
    label: 'Date of birth',
    values: ['2000-02-29', '1990-12-31', null, '1999-04-01'],
  },
  seen: {
    kind: 'date',
    label: 'Seen',
    values: ['2018-02-28', '2021-01-01', '2020-06-01', '1999-03-31'],
  },
  site: { kind: 'category', label: 'Site', values: ['North', 'South', null, 'north'] },
  consent: { kind: 'yesno', label: 'Consent', values: [1, 0, null, 1] },
});

const compute = (expression: string, frame = people) =>
  applyRecipe(frame, [{ op: 'derive', name: 'x', label: 'X', expression }], () => frame, {
    unit: 'people',
  }).frame;
const values = (expression: string) => valuesOf(compute(expression), 'x');

function refusal(expression: string): Refusal {
  try {
    compute(expression);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`“${expression}” was not refused`);
}

describe('expressions', () => {
  test('by hand', () => {
    expect(values('age + 1')).toEqual([18, 31, null, 25]);
    expect(values('-2 ^ 2 + 3 * (4 - 1)')).toEqual([5, 5, 5, 5]);
    expect(values('if(age >= 18, "adult", "child")')).toEqual(['child', 'adult', null, 'adult']);
    expect(values('if(is_missing(age), "?", text(age))')).toEqual(['17', '30', '?', '24']);
    expect(values('coalesce(weight, age)')).toEqual([60.5, 30, 70, 0]);
    expect(values('[Date of birth] < seen')).toEqual([1, 1, null, 0]);
    expect(values('consent and age > 20')).toEqual([0, 0, null, 1]);
    expect(values('consent or true')).toEqual([1, 1, 1, 1]);
    expect(values('not consent')).toEqual([0, 1, null, 0]);
    expect(values('upper(left(site, 1)) & lower(mid(site, 2, 10))')).toEqual([
      'North',
      'South',
      null,
      'North',
    ]);
    expect(values('contains(site, "OR")')).toEqual([1, 0, null, 1]);
    expect(values('round(1.005, 2)')).toEqual([1.01, 1.01, 1.01, 1.01]);
    expect(values('round(-2.5)')).toEqual([-3, -3, -3, -3]);
    expect(values('number("12.5") + number(id)')).toEqual([null, null, null, null]);
    expect(values('if(age > 20, date("2022-04-01"))')).toEqual([
      null,
      '2022-04-01',
      null,
      '2022-04-01',
    ]);
  });

  test('the field’s own: ages, financial years, gestation, IMD groups, antenatal and postnatal', () => {
    // Born on 29 February: 18 on 1 March 2018, so 17 on the 28th.
    expect(values('age_at(born, seen)')).toEqual([17, 30, null, null]);
    expect(values('age_in_months(born, seen)')).toEqual([215, 360, null, null]);
    expect(values('financial_year(seen)')).toEqual(['2017/18', '2020/21', '2020/21', '1998/99']);
    const week = (due: string, at: string) =>
      values(`gestation_weeks(date("${due}"), date("${at}"))`)[0];
    // NHS Data Dictionary: due 2023-10-01.
    expect([
      week('2023-10-01', '2023-04-01'),
      week('2023-10-01', '2022-12-25'),
      week('2023-10-01', '2023-10-08'),
    ]).toEqual([13, 0, 41]);
    const group = (decile: number, scheme = 'quintile') =>
      values(`imd_group(${decile}, "${scheme}")`)[0];
    expect([group(1), group(2), group(3), group(10)]).toEqual([
      '1 Most deprived',
      '1 Most deprived',
      '2',
      '5 Least deprived',
    ]);
    expect([group(3, 'most deprived 30'), group(4, 'most deprived 30'), group(0)]).toEqual([
      'Deciles 1 to 3 (most deprived)',
      'Deciles 4 to 10',
      null,
    ]);
    const timing = (...dates: string[]) => values(`timing(${dates.join(', ')})`)[0];
    expect(timing('date("2020-01-01")', 'date("2020-01-01")')).toBe('Postnatal');
    expect(timing('date("2019-12-31")', 'date("2020-01-01")')).toBe('Antenatal');
    expect(values('timing(seen, born)')).toEqual([
      'Postnatal',
      'Postnatal',
      'Not known',
      'Antenatal',
    ]);
    expect(values('timing(seen, missing(), born)')[0]).toBe('Postnatal');
  });

  test('what is missing says why', () => {
    const frame = compute('100 * age / weight');
    expect(valuesOf(frame, 'x')).toEqual([(100 * 17) / 60.5, null, null, null]);
    const why = [0, 1, 2, 3].map((row) => missingReason(columnNamed(frame, 'x'), row));
    expect(why).toEqual([null, 'no Weight, kg', 'no Age', 'not computable']);
    expect(variableNamed(frame, 'x')).toMatchObject({
      kind: 'decimal',
      evidence: 'Computed: 100 * age / weight',
    });
    expect(variableNamed(compute('financial_year(seen)'), 'x')).toMatchObject({
      kind: 'category',
      values: [{ value: '1998/99' }, { value: '2017/18' }, { value: '2020/21' }],
    });
  });

  test.each([
    ['age +', /its end.*something is missing/],
    ['age + "x"', /takes a number, and this is text/],
    ['agee + 1', /no variable called “agee”/],
    ['foo(age)', /no function called “foo”/],
    ['age ; 1', /character 5.*“;” has no meaning/],
    ['"open', /quotation mark is not closed/],
    ['(age', /bracket is not closed/],
    ['age 1', /character 5.*something more/],
    ['round()', /takes round\(x, places\), and 0 values/],
    ['if(age, 1, 2)', /takes yes or no, and this is a number/],
    ['if(consent, 1, "a")', /has to be one/],
    ['1 < age < 3', /comparison cannot be compared again/],
    ['born > "2020-01-01"', /takes a date, and this is text/],
    ['constructor(age)', /no function called “constructor”/],
    ['('.repeat(200), /nested too deeply/],
  ])('“%s” is refused with the place', (expression, words) => {
    const { code, message, where } = refusal(expression);
    expect(code).toBe('bad-expression');
    expect(message).toMatch(words);
    expect(where.option).toBe('Step 1 (derive)');
  });

  test('arithmetic, texts and comparisons agree with SQLite', () => {
    const random = randomFrom(3);
    const rows = 200;
    const some = <T>(make: () => T) =>
      Array.from({ length: rows }, () => (random() < 0.1 ? null : make()));
    const day = () =>
      `${1990 + Math.floor(random() * 35)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
    const frame = frameOf({
      a: { kind: 'integer', values: some(() => Math.floor(random() * 40) - 20) },
      b: { kind: 'decimal', values: some(() => Math.round(random() * 1000) / 8) },
      s: {
        kind: 'text',
        values: some(
          () => `${'AbC d'.slice(0, 1 + Math.floor(random() * 5))}${Math.floor(random() * 9)}`,
        ),
      },
      d: { kind: 'date', values: some(day) },
      e: { kind: 'date', values: some(day) },
    });
    const db = new Database(':memory:');
    db.exec('CREATE TABLE t (a INTEGER, b REAL, s TEXT, d TEXT, e TEXT)');
    const insert = db.prepare('INSERT INTO t VALUES (?, ?, ?, ?, ?)');
    const columns = ['a', 'b', 's', 'd', 'e'].map((name) => valuesOf(frame, name));
    for (let row = 0; row < rows; row++) insert.run(...columns.map((column) => column[row]));
    const cases: [string, string][] = [
      ['a * b - a / b', 'a * b - a / nullif(b, 0)'],
      ['mod(a, 7)', '((a % 7) + 7) % 7'],
      ['abs(a) + max(a, b)', 'abs(a) + max(a, b)'],
      [
        'if(a < 0, -1, if(a = 0, 0, 1))',
        'CASE WHEN a IS NULL THEN NULL WHEN a < 0 THEN -1 WHEN a = 0 THEN 0 ELSE 1 END',
      ],
      ['a > 3 and b < 60', 'a > 3 AND b < 60'],
      ['a > 3 or is_missing(b)', 'a > 3 OR b IS NULL'],
      ['upper(s) & "-" & left(s, 2)', "upper(s) || '-' || substr(s, 1, 2)"],
      ['length(s)', 'length(s)'],
      ['s = "Ab3" or s > "AbC"', "s = 'Ab3' OR s > 'AbC'"],
      ['days_between(d, e)', 'julianday(e) - julianday(d)'],
      ['e - d', 'julianday(e) - julianday(d)'],
      [
        'year(d) * 100 + month(d)',
        "CAST(strftime('%Y', d) AS INTEGER) * 100 + CAST(strftime('%m', d) AS INTEGER)",
      ],
      ['mod(weekday(d), 7)', "CAST(strftime('%w', d) AS INTEGER)"],
      ['add_days(d, a)', "date(d, a || ' days')"],
      [
        'age_at(d, e)',
        "CASE WHEN e >= d THEN strftime('%Y', e) - strftime('%Y', d) - (strftime('%m-%d', e) < strftime('%m-%d', d)) END",
      ],
      [
        'financial_year(d)',
        "(strftime('%Y', d, '-3 months') || '/' || substr(strftime('%Y', d, '-3 months') + 1, 3))",
      ],
    ];
    for (const [expression, sql] of cases) {
      const expected = db.prepare(`SELECT ${sql} FROM t`).pluck().all();
      const got = valuesOf(compute(expression, frame), 'x');
      for (let row = 0; row < rows; row++) {
        const [mine, theirs] = [got[row], expected[row]];
        if (typeof theirs === 'number') expect(mine, expression).toBeCloseTo(theirs, 9);
        else expect(mine, expression).toBe(theirs);
      }
    }
    db.close();
  });

  test('the page of functions lists every one, as it is', () => {
    const page = readFileSync('docs/expressions.md', 'utf8');
    const records = [...Object.values(FUNCTIONS), ...Object.values(SPECIAL)];
    for (const { usage, about } of records) {
      expect(page).toContain(`| \`${usage.replaceAll('|', '\\|')}\` | ${about} |`);
    }
    expect([...page.matchAll(/^\| `/gm)].length).toBe(records.length);
  });
});
