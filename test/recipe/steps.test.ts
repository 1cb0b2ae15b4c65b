import { createHmac } from 'node:crypto';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { missingReason } from '../../src/model/column.ts';
import { columnNamed, type Frame, variableNamed } from '../../src/model/frame.ts';
import { Refusal } from '../../src/model/refusal.ts';
import type { Step } from '../../src/model/table.ts';
import { applyRecipe } from '../../src/recipe/apply-recipe.ts';
import { frameOf, randomFrom, valuesOf } from '../columns/frames.ts';

const noTable = (name: string): Frame => {
  throw new Refusal('unknown-table', `There is no table called “${name}”.`);
};

const KEY = 'demo-key-not-secret';
const digest = (text: string) => createHmac('sha256', KEY).update(text).digest();

const run = (frame: Frame, step: Step, tables: (name: string) => Frame = noTable) => {
  const { frame: made, outcomes } = applyRecipe(frame, [step], tables, {
    unit: 'rows',
    source: 'a',
    digest,
  });
  const [outcome] = outcomes;
  if (!outcome) throw new Error('no outcome');
  return { frame: made, ...outcome };
};

function refusal(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was not refused');
}

const table = (frame: Frame) =>
  Array.from({ length: frame.rows }, (_, row) =>
    frame.variables.map(({ name }) => valuesOf(frame, name)[row]),
  );
const reasons = (frame: Frame, name: string) =>
  Array.from({ length: frame.rows }, (_, row) => missingReason(columnNamed(frame, name), row));

const people = frameOf({
  id: { kind: 'identifier', label: 'ID', values: ['01', '02', '02', '03', null] },
  age: { kind: 'integer', label: 'Age', values: [17, 30, 31, null, 5] },
  town: { kind: 'text', label: 'Town', values: ['Leeds', 'leeds ', null, 'York', 'Hull; York'] },
  seen: {
    kind: 'date',
    label: 'Seen',
    values: ['2022-05-17', '2022-04-01', '2022-03-31', null, '2022-12-31'],
  },
});

describe('cells', () => {
  test('edit-cells finds rows by key; what no longer fits is left out and told', () => {
    const { frame, sentence, notes, cellsChanged } = run(people, {
      op: 'edit-cells',
      variable: 'age',
      key: ['id'],
      edits: [
        { key: ['01'], from: '17', to: 18 },
        { key: ['02'], from: '30', to: 32 },
        { key: ['03'], from: null, to: '40' },
        { key: ['99'], to: 1 },
      ],
    });
    expect(valuesOf(frame, 'age')).toEqual([18, 30, 31, 40, 5]);
    expect(cellsChanged).toBe(2);
    expect(sentence).toBe('Corrected 2 of 4 cells of Age; 2 did not fit and were left out.');
    expect(notes).toEqual(['ID 02: 2 rows have it.', 'ID 99: there is no such row.']);
    const again = run(frame, {
      op: 'edit-cells',
      variable: 'age',
      key: ['id'],
      edits: [{ key: ['01'], from: '17', to: 19 }],
    });
    expect(again.notes).toEqual(['ID 01: Age was “17” and is “18” now.']);
    const out = run(people, {
      op: 'edit-cells',
      variable: 'seen',
      key: ['id'],
      reason: 'wrong person',
      edits: [{ key: ['01'], to: null }],
    });
    expect(reasons(out.frame, 'seen')[0]).toBe('wrong person');
    expect(
      refusal(() =>
        run(people, {
          op: 'edit-cells',
          variable: 'seen',
          key: ['id'],
          edits: [{ key: ['01'], to: '17/05/2022' }],
        }),
      ).code,
    ).toBe('bad-value');
  });

  test('find-replace as written, whole, and by pattern', () => {
    const replaced = (step: Partial<Step>) =>
      run(people, {
        op: 'find-replace',
        variables: ['town'],
        find: 'leeds',
        replace: 'L',
        ...step,
      });
    expect(valuesOf(replaced({}).frame, 'town')).toEqual([
      'Leeds',
      'L ',
      null,
      'York',
      'Hull; York',
    ]);
    expect(valuesOf(replaced({ whole: true, ignoreCase: true }).frame, 'town')[0]).toBe('L');
    const { frame, sentence } = replaced({
      find: '(\\w+); (\\w+)',
      replace: '$2 $1',
      pattern: true,
    });
    expect(valuesOf(frame, 'town')[4]).toBe('York Hull');
    expect(sentence).toBe('Replaced “(\\w+); (\\w+)” by “$2 $1” in 1 of 4 values of Town.');
    const without = replaced({ find: '; York', replace: '' });
    expect(valuesOf(without.frame, 'town')[4]).toBe('Hull');
    expect(without.sentence).toBe('Took “; York” out of 1 of 4 values of Town.');
    expect(refusal(() => replaced({ find: '(', pattern: true })).code).toBe('bad-pattern');
  });

  test('fill-missing, all or by reason', () => {
    const filled = run(people, { op: 'fill-missing', variable: 'town', value: 'Not stated' });
    expect(valuesOf(filled.frame, 'town')[2]).toBe('Not stated');
    expect(filled.sentence).toBe('Filled 1 of 1 missing values of Town with “Not stated”.');
    const none = run(people, {
      op: 'fill-missing',
      variable: 'age',
      value: 0,
      reasons: ['refused'],
    });
    expect(valuesOf(none.frame, 'age')).toEqual([17, 30, 31, null, 5]);
  });

  test('parse-dates in the order that is said; what is no date is told', () => {
    const texts = frameOf({
      d: {
        kind: 'text',
        label: 'D',
        values: ['03/04/2021', '3 April 2021', '2021-04-03', '31/02/2021', 'soon', null],
      },
    });
    const read = (order: string) => run(texts, { op: 'parse-dates', variable: 'd', order });
    expect(valuesOf(read('dmy').frame, 'd')).toEqual([
      '2021-04-03',
      '2021-04-03',
      '2021-04-03',
      null,
      null,
      null,
    ]);
    expect(valuesOf(read('mdy').frame, 'd')[0]).toBe('2021-03-04');
    expect(reasons(read('dmy').frame, 'd')).toEqual([
      null,
      null,
      null,
      'not a date',
      'not a date',
      'empty',
    ]);
    expect(read('dmy').sentence).toBe(
      'Read 3 of 5 values of D as dates (day, month, year); not dates: “31/02/2021”, “soon”.',
    );
    expect(variableNamed(read('dmy').frame, 'd').kind).toBe('date');
  });
});

describe('columns', () => {
  test('split-column and join-columns', () => {
    const names = frameOf({
      n: { kind: 'text', label: 'Name', values: ['Smith, Ann, MD', 'Lee', null] },
    });
    const split = run(names, {
      op: 'split-column',
      variable: 'n',
      separator: ',',
      into: [
        { name: 'last', label: 'Last' },
        { name: 'first', label: 'First' },
      ],
    });
    expect(table(split.frame)).toEqual([
      ['Smith, Ann, MD', 'Smith', 'Ann, MD'],
      ['Lee', 'Lee', null],
      [null, null, null],
    ]);
    expect(split.sentence).toBe(
      'Split Name at “,” into Last, First: 1 of 3 rows had more than one part.',
    );
    const joined = run(split.frame, {
      op: 'join-columns',
      variables: ['first', 'last'],
      separator: ' ',
      name: 'whole',
      label: 'Whole',
    });
    expect(valuesOf(joined.frame, 'whole')).toEqual(['Ann, MD Smith', 'Lee', null]);
  });

  test('split-answers makes 0 and 1, missing where nobody answered', () => {
    const asked = frameOf({
      why: { kind: 'text', label: 'Why', values: ['Sleep; feeding', 'FEEDING', null, 'other'] },
    });
    const { frame, sentence } = run(asked, {
      op: 'split-answers',
      variable: 'why',
      separator: ';',
      prefix: 'why',
    });
    expect(frame.variables.map(({ name }) => name)).toEqual([
      'why',
      'why_feeding',
      'why_other',
      'why_sleep',
    ]);
    expect(table(frame).map((row) => row.slice(1))).toEqual([
      [1, 0, 1],
      [1, 0, 0],
      [null, null, null],
      [0, 1, 0],
    ]);
    expect(sentence).toBe('Split Why into 3 yes/no variables (feeding 2, other 1, Sleep 1).');
    const listed = run(asked, {
      op: 'split-answers',
      variable: 'why',
      separator: ';',
      prefix: 'w',
      answers: ['Sleep', 'Money'],
    });
    expect(listed.sentence).toBe(
      'Split Why into 2 yes/no variables (Sleep 1, Money 0); not listed and left out: feeding, other.',
    );
  });

  test('drop-variables and rename-variable', () => {
    const { frame } = run(people, { op: 'drop-variables', variables: ['town', 'seen'] });
    expect(frame.variables.map(({ name }) => name)).toEqual(['id', 'age']);
    expect(refusal(() => run(frame, { op: 'drop-variables', variables: ['id', 'age'] })).code).toBe(
      'bad-parameter',
    );
    const renamed = run(frame, {
      op: 'rename-variable',
      variable: 'age',
      name: 'years',
      label: 'Years',
    });
    expect(renamed.frame.variables[1]).toMatchObject({ name: 'years', label: 'Years' });
    expect(
      refusal(() => run(frame, { op: 'rename-variable', variable: 'age', name: 'id', label: 'x' }))
        .code,
    ).toBe('name-taken');
  });
});

describe('rows', () => {
  test('leave-out with its reason', () => {
    const { frame, sentence } = run(people, {
      op: 'leave-out',
      reason: 'children',
      condition: { op: 'at-most', variable: 'age', value: 17 },
    });
    expect([...frame.origin]).toEqual([2, 3, 4]);
    expect(sentence).toBe('Left out 2 of 5 rows (children): rows where Age is at most 17.');
  });

  const doubles = frameOf({
    name: {
      kind: 'text',
      label: 'Name',
      values: ['Ann Smith', 'Anne Smith', 'Bob Lee', 'ann smith', 'Bob Lea', 'Cat'],
    },
    born: {
      kind: 'date',
      label: 'Born',
      values: ['1990-01-01', '1990-01-01', '1991-01-01', '1992-01-01', '1991-01-01', null],
    },
    phone: { kind: 'text', label: 'Phone', values: [null, '2', '3', '4', null, '6'] },
    seen: {
      kind: 'date',
      label: 'Seen',
      values: ['2020-01-01', '2019-01-01', null, '2020-01-01', '2020-05-05', null],
    },
  });

  test('remove-duplicates nearly in a name and exactly in a date', () => {
    const rule = { op: 'remove-duplicates', by: ['born'], near: { variables: ['name'], edits: 1 } };
    const { frame, sentence } = run(doubles, rule);
    expect([...frame.origin]).toEqual([1, 3, 4, 6]);
    expect(sentence).toBe(
      'Removed 2 of 6 rows that repeat another row in Born and nearly in Name.',
    );
    expect([
      ...run(doubles, { op: 'remove-duplicates', near: { variables: ['name'], edits: 1 } }).frame
        .origin,
    ]).toEqual([1, 3, 6]);
    expect([...run(doubles, { ...rule, keep: 'last' }).frame.origin]).toEqual([2, 4, 5, 6]);
    expect([...run(doubles, { ...rule, keep: 'fullest' }).frame.origin]).toEqual([2, 3, 4, 6]);
    const latest = run(doubles, { ...rule, keep: 'latest', date: 'seen', fill: true });
    expect([...latest.frame.origin]).toEqual([1, 4, 5, 6]);
    expect(valuesOf(latest.frame, 'phone')).toEqual(['2', '4', '3', '6']);
    expect(latest.sentence).toBe(
      'Removed 2 of 6 rows that repeat another row in Born and nearly in Name; kept the latest by Seen; filled 2 missing values from them.',
    );
    expect(refusal(() => run(doubles, { ...rule, keep: 'latest' })).message).toBe(
      'The latest by which variable?',
    );
  });

  test('append matches variables by name, and says what only one side has', () => {
    const more = frameOf({
      ID: { kind: 'identifier', values: ['9'] },
      age: { kind: 'integer', values: [50] },
      note: { kind: 'text', values: ['new'] },
    });
    const { frame, sentence } = run(
      people,
      { op: 'append', table: 'b', mark: { name: 'from', label: 'From' } },
      () => more,
    );
    expect(table(frame).at(-1)).toEqual(['9', 50, null, null, 'new', 'b']);
    expect(reasons(frame, 'town').at(-1)).toBe('not in b');
    expect(reasons(frame, 'note')[0]).toBe('not in a');
    expect(sentence).toBe(
      'Appended 1 rows of b to 5 rows; 2 variables are missing in them, 1 variables are new.',
    );
    const other = frameOf({ age: { kind: 'text', values: ['x'] } });
    expect(refusal(() => run(people, { op: 'append', table: 'b' }, () => other)).code).toBe(
      'kind-differs',
    );
  });
});

describe('wide and long', () => {
  const wide = frameOf({
    id: { kind: 'identifier', values: ['a', 'b', 'c'] },
    s1: { kind: 'integer', values: [1, null, 3] },
    s2: { kind: 'decimal', values: [4.5, null, null] },
  });
  const toLong: Step = {
    op: 'wide-to-long',
    times: ['T1', 'T2'],
    time: { name: 'time', label: 'Time' },
    values: [{ name: 'score', label: 'Score', from: ['s1', 's2'] }],
  };

  test('by hand', () => {
    const { frame, sentence } = run(wide, toLong);
    expect(table(frame)).toEqual([
      ['a', 'T1', 1],
      ['a', 'T2', 4.5],
      ['c', 'T1', 3],
    ]);
    expect([...frame.origin]).toEqual([1, 1, 3]);
    expect(sentence).toBe(
      'Made 3 rows of 3 rows, one for each of T1, T2 with a value (3 empty ones left out).',
    );
    expect(table(run(wide, { ...toLong, keepEmpty: true }).frame)).toHaveLength(6);
    const back = run(frame, { op: 'long-to-wide', by: ['id'], across: 'time', values: ['score'] });
    expect(table(back.frame)).toEqual([
      ['a', 1, 4.5],
      ['c', 3, null],
    ]);
    expect(back.frame.variables.map(({ name }) => name)).toEqual(['id', 'score_T1', 'score_T2']);
    expect(reasons(back.frame, 'score_T2')[1]).toBe('no row for T2');
  });

  test('a repeated time is refused with the rows, unless it is said which counts', () => {
    const long = frameOf({
      id: { kind: 'identifier', label: 'ID', values: ['a', 'a', 'a'] },
      t: { kind: 'category', label: 'T', values: ['1', '1', null] },
      v: { kind: 'integer', label: 'V', values: [5, 6, 7] },
    });
    const step = { op: 'long-to-wide', by: ['id'], across: 't', values: ['v'] };
    expect(refusal(() => run(long, step)).message).toBe(
      'ID a has more than one row for 1 (rows 1 and 2).',
    );
    const last = run(long, { ...step, repeated: 'last' });
    expect(valuesOf(last.frame, 'v_1')).toEqual([6]);
    expect(last.sentence).toMatch(
      /1 further rows of the same time were not used; 1 rows of no such time were not used\.$/,
    );
  });

  test('both agree with SQLite on data at random', () => {
    const random = randomFrom(4);
    const n = 120;
    const some = () =>
      Array.from({ length: n }, () => (random() < 0.2 ? null : Math.floor(random() * 9)));
    const frame = frameOf({
      id: { kind: 'integer', values: Array.from({ length: n }, (_, i) => i) },
      a: { kind: 'integer', values: some() },
      b: { kind: 'integer', values: some() },
      c: { kind: 'integer', values: some() },
    });
    const db = new Database(':memory:');
    db.exec('CREATE TABLE w (id, a, b, c)');
    for (const row of table(frame)) db.prepare('INSERT INTO w VALUES (?, ?, ?, ?)').run(...row);
    const long = run(frame, {
      op: 'wide-to-long',
      times: ['a', 'b', 'c'],
      time: { name: 't', label: 'T' },
      values: [{ name: 'v', label: 'V', from: ['a', 'b', 'c'] }],
    }).frame;
    const union =
      "SELECT id, 'a' AS t, a AS v FROM w UNION ALL SELECT id, 'b', b FROM w UNION ALL SELECT id, 'c', c FROM w";
    expect(table(long)).toEqual(
      db.prepare(`SELECT * FROM (${union}) WHERE v IS NOT NULL ORDER BY id, t`).raw().all(),
    );
    const wideAgain = run(long, {
      op: 'long-to-wide',
      by: ['id'],
      across: 't',
      values: ['v'],
    }).frame;
    expect(table(wideAgain)).toEqual(
      db
        .prepare('SELECT id, a, b, c FROM w WHERE coalesce(a, b, c) IS NOT NULL ORDER BY id')
        .raw()
        .all(),
    );
    db.close();
  });
});

describe('links', () => {
  test('count what matched and what did not on both sides, as SQL does', () => {
    const random = randomFrom(9);
    const keys = (n: number) =>
      Array.from({ length: n }, () => (random() < 0.1 ? null : `k${Math.floor(random() * 60)}`));
    const own = frameOf({ k: { kind: 'identifier', label: 'Key', values: keys(80) } });
    const theirs = [...new Set(keys(60))].filter((key) => key !== null);
    const other = frameOf({
      k: { kind: 'identifier', values: theirs },
      v: { kind: 'integer', values: theirs.map((_, i) => i) },
    });
    const db = new Database(':memory:');
    db.exec('CREATE TABLE a (k); CREATE TABLE b (k, v)');
    for (const [k] of table(own)) db.prepare('INSERT INTO a VALUES (?)').run(k);
    for (const row of table(other)) db.prepare('INSERT INTO b VALUES (?, ?)').run(...row);
    const count = (sql: string) => db.prepare(sql).pluck().get() as number;
    const { frame, sentence } = run(
      own,
      { op: 'link', table: 'b', key: 'k', foreignKey: 'k', bring: [{ variable: 'v' }] },
      () => other,
    );
    expect(table(frame)).toEqual(
      db.prepare('SELECT a.k, b.v FROM a LEFT JOIN b ON a.k = b.k ORDER BY a.rowid').raw().all(),
    );
    const matched = count('SELECT count(*) FROM a JOIN b ON a.k = b.k');
    const used = count('SELECT count(*) FROM b WHERE k IN (SELECT k FROM a)');
    const keyless = count('SELECT count(*) FROM a WHERE k IS NULL');
    expect(sentence).toBe(
      `Linked ${matched} of 80 rows to b by Key, ${80 - matched} have no match, ${keyless} of them for want of a key; ${used} of ${theirs.length} rows of b were used, ${theirs.length - used} not.`,
    );
    db.close();
  });

  test('by several keys: all of them have to agree, and none may be missing, as SQL has it', () => {
    const random = randomFrom(12);
    const some = <T>(of: readonly T[]) =>
      random() < 0.15 ? null : (of[Math.floor(random() * of.length)] as T);
    const rows = (n: number) =>
      Array.from(
        { length: n },
        () =>
          [
            some(['a, b', 'a', 'b, c', 'c']),
            some([1, 2, 3]),
            some(['2024-01-01', '2024-02-01']),
          ] as const,
      );
    const columns = (of: readonly (readonly [string | null, number | null, string | null])[]) => ({
      k: { kind: 'text' as const, label: 'Key', values: of.map(([k]) => k) },
      n: { kind: 'integer' as const, label: 'Number', values: of.map(([, n]) => n) },
      d: { kind: 'date' as const, label: 'Day', values: of.map(([, , d]) => d) },
    });
    const own = frameOf(columns(rows(90)));
    const theirs = [...new Map(rows(40).map((row) => [JSON.stringify(row), row])).values()];
    const distinct = theirs.filter((row) => !row.includes(null));
    const other = frameOf({
      ...columns(distinct),
      v: { kind: 'integer', values: distinct.map((_, i) => i) },
    });
    const db = new Database(':memory:');
    db.exec('CREATE TABLE a (k, n, d); CREATE TABLE b (k, n, d, v)');
    for (const row of table(own)) db.prepare('INSERT INTO a VALUES (?, ?, ?)').run(...row);
    for (const row of table(other)) db.prepare('INSERT INTO b VALUES (?, ?, ?, ?)').run(...row);
    const key = ['k', 'n', 'd'];
    const step = { table: 'b', key, foreignKey: key };
    const linked = run(own, { op: 'link', ...step, bring: [{ variable: 'v' }] }, () => other);
    expect(table(linked.frame)).toEqual(
      db
        .prepare(
          'SELECT a.*, b.v FROM a LEFT JOIN b ON a.k = b.k AND a.n = b.n AND a.d = b.d ORDER BY a.rowid',
        )
        .raw()
        .all(),
    );
    const count = (sql: string) =>
      db.prepare(`SELECT count(*) FROM ${sql}`).pluck().get() as number;
    const matched = count('a JOIN b USING (k, n, d)');
    const used = count(
      'b WHERE EXISTS (SELECT 1 FROM a WHERE a.k = b.k AND a.n = b.n AND a.d = b.d)',
    );
    const keyless = count('a WHERE k IS NULL OR n IS NULL OR d IS NULL');
    expect(linked.sentence).toBe(
      `Linked ${matched} of 90 rows to b by Key and Number and Day, ${90 - matched} have no match, ${keyless} of them for want of a key; ${used} of ${distinct.length} rows of b were used, ${distinct.length - used} not.`,
    );
    const counted = run(own, { op: 'count-linked', ...step, name: 'c', label: 'C' }, () => other);
    expect(valuesOf(counted.frame, 'c')).toEqual(
      db
        .prepare(
          'SELECT CASE WHEN k IS NULL OR n IS NULL OR d IS NULL THEN NULL ELSE (SELECT count(*) FROM b WHERE b.k = a.k AND b.n = a.n AND b.d = a.d) END FROM a ORDER BY rowid',
        )
        .pluck()
        .all(),
    );
    db.close();
  });

  test('a key of several parts says what stands twice, and needs as many parts on both sides', () => {
    const own = frameOf({
      k: { kind: 'text', values: ['a'] },
      n: { kind: 'integer', values: [1] },
    });
    const other = frameOf({
      k: { kind: 'text', values: ['a', 'a', 'b', 'a', 'b', 'b'] },
      n: { kind: 'integer', values: [1, 2, 1, 1, 1, null] },
    });
    const link = (key: string[]) =>
      run(
        own,
        {
          op: 'link',
          table: 'b',
          key,
          foreignKey: ['k', 'n'],
          bring: [{ variable: 'n', name: 'm' }],
        },
        () => other,
      );
    expect(() => link(['k', 'n'])).toThrow(
      '“a, 1” stands more than once in k and n of b (rows 1 and 4), as does 1 other key, so it is open which row would be linked.',
    );
    expect(() => link(['k'])).toThrow('The key has 1 variable here and 2 in the other table.');
  });
});

describe('disclosure', () => {
  test('pseudonymise is HMAC-SHA-256 of the identifier without its spaces', () => {
    const ids = frameOf({
      nhs: {
        kind: 'identifier',
        label: 'NHS',
        values: ['943 476 5919', '9434765919', null, '943-476-5918'],
      },
    });
    const { frame, sentence } = run(ids, { op: 'pseudonymise', variables: ['nhs'], length: 64 });
    // A published vector of this key and number.
    const expected = '26a873fb8404e93c894ac0876b9f33960ebd0d2ee9fe4c059d0f378baf4ccc39';
    expect(valuesOf(frame, 'nhs').slice(0, 3)).toEqual([expected, expected, null]);
    expect(valuesOf(frame, 'nhs')[3]).not.toBe(expected);
    expect(sentence).toBe('Pseudonymised 3 of 4 values of NHS (2 different).');
    expect(
      refusal(() =>
        applyRecipe(ids, [{ op: 'pseudonymise', variables: ['nhs'] }], noTable, { unit: 'rows' }),
      ).code,
    ).toBe('no-key');
  });

  test('shift-dates keeps the intervals of a person and moves every date', () => {
    const visits = frameOf({
      id: { kind: 'identifier', label: 'ID', values: ['1', '1', '2', '2', null] },
      a: { kind: 'date', values: ['2020-01-01', '2020-03-01', '2020-01-01', null, '2020-01-01'] },
      b: { kind: 'date', values: ['2020-01-31', '2020-03-02', '2020-02-01', '2020-01-01', null] },
    });
    const { frame } = run(visits, {
      op: 'shift-dates',
      variables: ['a', 'b'],
      person: 'id',
      days: 20,
    });
    const day = (name: string, row: number) =>
      Date.parse(`${valuesOf(frame, name)[row]}T00:00Z`) / 86_400_000;
    const was = (name: string, row: number) =>
      Date.parse(`${valuesOf(visits, name)[row]}T00:00Z`) / 86_400_000;
    const shift = (name: string, row: number) => day(name, row) - was(name, row);
    expect([shift('b', 0), shift('a', 1), shift('b', 1)]).toEqual([
      shift('a', 0),
      shift('a', 0),
      shift('a', 0),
    ]);
    for (const name of ['a', 'b']) expect(Math.abs(shift(name, 2))).toBeGreaterThanOrEqual(1);
    expect(Math.abs(shift('a', 2))).toBeLessThanOrEqual(20);
    expect(reasons(frame, 'a')[4]).toBe('no ID to shift by');
  });

  test('coarsen-dates to the first day of month, quarter, year and financial year', () => {
    const to = (unit: string) =>
      valuesOf(run(people, { op: 'coarsen-dates', variables: ['seen'], to: unit }).frame, 'seen');
    expect(to('month')).toEqual(['2022-05-01', '2022-04-01', '2022-03-01', null, '2022-12-01']);
    expect(to('quarter')).toEqual(['2022-04-01', '2022-04-01', '2022-01-01', null, '2022-10-01']);
    expect(to('year')).toEqual(['2022-01-01', '2022-01-01', '2022-01-01', null, '2022-01-01']);
    expect(to('financial-year')).toEqual([
      '2022-04-01',
      '2022-04-01',
      '2021-04-01',
      null,
      '2022-04-01',
    ]);
  });

  test('redact takes forms and listed names out of text', () => {
    const notes = frameOf({
      note: {
        kind: 'text',
        label: 'Note',
        values: [
          'Ann (ann.smith@example.org, 07700 900123) of SE5 8AZ, NHS 943 476 5919, seen 03/04/2021',
          'Annual review with Dr O’Neil',
          null,
        ],
      },
    });
    const forms = ['email', 'phone', 'nhs-number', 'postcode', 'date'];
    const { frame, sentence } = run(notes, {
      op: 'redact',
      variables: ['note'],
      forms,
      words: ['ann', 'O’Neil'],
    });
    expect(valuesOf(frame, 'note')).toEqual([
      '[…] ([…], […]) of […], NHS […], seen […]',
      'Annual review with Dr […]',
      null,
    ]);
    expect(sentence).toBe('Redacted 2 of 2 texts of Note.');
  });
});

test('a step that is switched off stays in the recipe and does nothing', () => {
  const { frame, sentence } = run(people, { op: 'drop-variables', variables: ['town'], off: true });
  expect(frame.variables).toHaveLength(4);
  expect(sentence).toBe('Leave variables out: switched off.');
});
