import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RowChoice } from '../../src/contract/methods/rows.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';
import { seeded } from '../helpers/seeded.ts';

const ROWS = 3_000;
const folder = mkdtempSync(join(tmpdir(), 'attune-rows-'));
const path = join(folder, 'p.attune');
let workbench: OpenWorkbench;
let db: Database.Database;

/** What SQLite says, from the readable view that every tool sees. */
const sql = (query: string, ...values: unknown[]) =>
  db
    .prepare(query)
    .pluck()
    .all(...values) as number[];

beforeAll(async () => {
  const random = seeded(7);
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const visits = Array.from({ length: ROWS }, (_, row) =>
    [
      `V-${String(row + 1).padStart(5, '0')}`,
      `P-${String(1 + Math.floor(random() * 400)).padStart(4, '0')}`,
      one(['North', 'South', 'East', '']),
      one(['1', '2', '3', '40', '99', '']),
      `20${one(['19', '21'])}-0${one([1, 5, 9])}-1${one([0, 4])}`,
      row % 500 === 0 ? 'about 7' : (random() * 50).toFixed(2),
    ].join(),
  );
  const people = Array.from({ length: 300 }, (_, row) => `P-${String(row + 1).padStart(4, '0')},x`);
  const write = (name: string, lines: readonly string[]) => {
    writeFileSync(join(folder, name), lines.join('\n'));
    return join(folder, name);
  };
  workbench = createWorkbench(path, { create: { title: 'P' } });
  await workbench.importFile(
    {
      file: write('visits.csv', ['visit_id,person_id,site,band,seen,score', ...visits]),
      table: 'visits',
    },
    UNWATCHED,
  );
  await workbench.importFile(
    { file: write('people.csv', ['person_id,note', ...people]), table: 'people' },
    UNWATCHED,
  );
  workbench.saveCohort({
    name: 'north',
    label: 'North',
    table: 'visits',
    condition: { op: 'is', variable: 'site', value: 'North' },
  });
  // Attune keeps its project to itself: SQLite is asked about a copy.
  workbench.close();
  copyFileSync(path, join(folder, 'copy.attune'));
  workbench = createWorkbench(path);
  db = new Database(join(folder, 'copy.attune'));
});
afterAll(() => {
  db.close();
  workbench.close();
  rmSync(folder, { recursive: true });
});

const listed = (choice: Omit<RowChoice, 'table'>, offset = 0, limit = ROWS) =>
  workbench
    .rows({ table: 'visits', ...choice, offset, limit })
    .rows.map(({ cells }) => cells[0] as string);

describe('a page of rows', () => {
  test('filter, narrowing and an order by several variables are those of SQLite, at any place', () => {
    const choice = {
      cohort: 'north',
      within: { op: 'at-least', variable: 'band', value: 2 },
      sort: [
        { variable: 'seen', descending: true },
        { variable: 'score', descending: false },
      ],
    } as const;
    const wanted = sql(
      `SELECT visit_id FROM visits WHERE site = 'North' AND band >= 2
       ORDER BY seen IS NULL, seen DESC, score IS NULL, score, visit_id`,
    );
    const page = workbench.rows({ table: 'visits', ...choice, offset: 0, limit: 1 });
    expect([page.n, page.cohort, page.of]).toEqual([
      wanted.length,
      ...sql(`SELECT count(*) FROM visits WHERE site = 'North'`),
      ROWS,
    ]);
    expect(wanted.length).toBeGreaterThan(200);
    for (const offset of [0, 37, wanted.length - 5, wanted.length]) {
      expect(listed(choice, offset, 20)).toEqual(wanted.slice(offset, offset + 20));
    }
  });

  test('a list that was kept is not given any more once something has changed', () => {
    const condition = { op: 'is', variable: 'site', value: 'South' } as const;
    const cohort = { name: 'site', label: 'Site', table: 'visits', condition };
    const count = () => workbench.rows({ table: 'visits', cohort: 'site', offset: 0, limit: 0 }).n;
    workbench.saveCohort(cohort);
    const south = count();
    workbench.saveCohort({ ...cohort, condition: { ...condition, value: 'East' } });
    expect([south, count()]).toEqual(
      ['South', 'East'].flatMap((site) => sql('SELECT count(*) FROM visits WHERE site = ?', site)),
    );
    workbench.removeCohort({ name: 'site' });
    expect(count).toThrow(/no cohort/);
  });

  test('a row is found in its place', () => {
    const sort = [{ variable: 'score', descending: true }] as const;
    const { position } = workbench.findRow({ table: 'visits', sort, row: 1234 });
    expect(listed({ sort }, position ?? -1, 1)).toEqual(['V-01234']);
    const choice = { table: 'visits', cohort: 'north' } as const;
    const [out] = sql(`SELECT rowid FROM rows_1 WHERE c3 = 'South' LIMIT 1`);
    expect(workbench.findRow({ ...choice, row: out as number })).toEqual({ position: null });
    expect(workbench.findRow({ ...choice, row: 999_999 })).toEqual({ position: null });
  });
});

describe('finding cells', () => {
  const variables = ['score', 'visit_id', 'person_id', 'site', 'band', 'seen'];
  const find = (text: string, more: object = {}) =>
    workbench.findCell({ table: 'visits', variables, text, ...more });

  test('every cell that holds the text is visited once, in order, and back again', () => {
    const sort = [{ variable: 'score', descending: false }] as const;
    const { cells } = find('37');
    const [wanted] = sql(
      `SELECT sum((instr(score, '37') > 0) + (instr(visit_id, '37') > 0) + (instr(person_id, '37') > 0))
       FROM visits`,
    );
    const [nulls] = sql(
      `SELECT sum((instr(visit_id, '37') > 0) + (instr(person_id, '37') > 0)) FROM visits WHERE score IS NULL`,
    );
    expect(cells).toBe(Number(wanted) + Number(nulls ?? 0));
    const seen: string[] = [];
    let from: { position: number; variable: string } | undefined;
    for (let i = 0; i < cells; i++) {
      const { at } = find('37', from ? { sort, from } : { sort });
      expect(at?.nth).toBe(i + 1);
      if (at) from = { position: at.position, variable: at.variable };
      seen.push(
        `${String(at?.position).padStart(5, '0')}:${variables.indexOf(at?.variable ?? '')}`,
      );
    }
    expect(seen).toEqual(seen.toSorted());
    expect(new Set(seen).size).toBe(cells);
    expect(find('37', { sort, from }).at?.nth).toBe(1);
    expect(find('37', { sort, from, back: true }).at?.nth).toBe(cells - 1);
    expect(find('37', { sort, back: true }).at?.nth).toBe(cells);
  });

  test('what did not fit is found by its text in the file, codes and labels both', () => {
    expect(find('ABOUT').cells).toBe(6);
    expect(find('about', { cohort: 'north' }).cells).toBe(
      sql(`SELECT count(*) FROM visits WHERE site = 'North' AND score IS NULL`)[0],
    );
    workbench.changeVariable({
      table: 'visits',
      variable: 'site',
      change: { values: [{ value: 'North', label: 'Uptown' }] },
    });
    const [north] = sql(`SELECT count(*) FROM visits WHERE site = 'North'`);
    expect([find('uptown').cells, find('north').cells]).toEqual([north, north]);
    expect(find('uptown', { variables: ['seen'] })).toEqual({ cells: 0, at: null });
  });

  test('the filter of the same text keeps the rows that hold it', () => {
    expect(listed({ find: 'about' }).length).toBe(6);
  });
});

test('a person is followed to the rows that share the key, and back', () => {
  const value = 'P-0123';
  const ask = (table: string) => workbench.linkedRows({ table, variable: 'person_id', value });
  const [visits] = sql('SELECT count(*) FROM visits WHERE person_id = ?', value);
  expect(ask('people')).toEqual([
    { table: 'people', variable: 'person_id', n: 1 },
    { table: 'visits', variable: 'person_id', n: visits },
  ]);
  expect(ask('visits').map(({ table }) => table)).toEqual(['visits', 'people']);
  expect(workbench.linkedRows({ table: 'visits', variable: 'site', value: 'North' })).toEqual([]);
  const within = { op: 'is', variable: 'person_id', value } as const;
  expect(listed({ within })).toEqual(
    sql('SELECT visit_id FROM visits WHERE person_id = ? ORDER BY visit_id', value),
  );
});

describe('what a variable holds, as SQLite counts it', () => {
  const summary = (variable: string, cohort?: string) =>
    workbench.summary({ table: 'visits', variable, ...(cohort === undefined ? {} : { cohort }) });

  test('a category, in all rows and in a cohort', () => {
    const counts = (where: string) =>
      db
        .prepare(
          `SELECT person_id AS value, count(*) AS n FROM visits WHERE ${where}
           GROUP BY 1 ORDER BY n DESC, value LIMIT 30`,
        )
        .all();
    const top = (cohort?: string) =>
      summary('person_id', cohort).top.map(({ value, n }) => ({ value, n }));
    expect(top()).toEqual(counts('1'));
    expect(top('north')).toEqual(counts(`site = 'North'`));
    expect(summary('site').missing).toEqual([
      { reason: 'empty', n: sql('SELECT count(*) FROM visits WHERE site IS NULL')[0] },
    ]);
    expect(summary('visit_id')).toMatchObject({ n: ROWS, distinct: ROWS, top: [], bins: [] });
  });

  test('numbers: figures, histogram, and the cells that did not fit', () => {
    const found = summary('score', 'north');
    const [least, most, mean] = ['min', 'max', 'avg'].map((name) =>
      Number(sql(`SELECT ${name}(score) FROM visits WHERE site = 'North'`)[0]),
    );
    const figures = Object.fromEntries(found.figures.map(({ label, value }) => [label, value]));
    expect([figures.Lowest, figures.Highest].map(Number)).toEqual([least, most]);
    expect(figures.Mean).toBe(mean?.toFixed(2));
    const sorted = sql(
      `SELECT score FROM visits WHERE site = 'North' AND score IS NOT NULL ORDER BY 1`,
    );
    const middle = (sorted.length - 1) / 2;
    const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
    expect(Number(figures.Median)).toBeCloseTo(median, 2);
    expect(found.n).toBe(sorted.length);
    expect(found.bins.reduce((sum, { n }) => sum + n, 0)).toBe(sorted.length);
    expect(summary('score').problems).toBe(6);
    expect(found.problems).toBe(
      sql(`SELECT count(*) FROM visits WHERE site = 'North' AND score IS NULL`)[0],
    );
  });
});
