import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Condition } from '../../src/model/condition.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';
import { oldProject } from '../helpers/old-project.ts';

let folder: string;
let path: string;
let workbench: OpenWorkbench;

/** Forty referrals of thirty people; every tenth outcome is not known. */
const REFERRALS = Array.from({ length: 40 }, (_, i) => ({
  id: `R${String(i + 1).padStart(3, '0')}`,
  client: `C${String((i % 30) + 1).padStart(3, '0')}`,
  outcome: i % 10 === 9 ? '' : i % 3 === 0 ? 'Accepted' : 'Rejected',
  timing: i % 4 < 2 ? 'Antenatal' : 'Postnatal',
}));

const ACCEPTED: Condition = { op: 'is', variable: 'outcome', value: 'Accepted' };
const ANTENATAL: Condition = { op: 'is', variable: 'timing', value: 'Antenatal' };
const accepted = { name: 'accepted', label: 'Accepted', table: 'referrals', condition: ACCEPTED };
const antenatal = {
  name: 'before-birth',
  label: 'Before birth',
  table: 'referrals',
  condition: ANTENATAL,
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attune-'));
  path = join(folder, 'p.attune');
  const file = join(folder, 'referrals.csv');
  const lines = REFERRALS.map((row) => Object.values(row).join(','));
  writeFileSync(file, ['referral_id,client_id,outcome,timing', ...lines].join('\r\n'));
  workbench = createWorkbench(path, { create: { title: 'P' } });
  await workbench.importFile({ file, table: 'referrals', unit: 'referrals' }, UNWATCHED);
  return () => workbench.close();
});

/** What SQLite says of the same referrals. */
const sqlite = new Database(':memory:');
sqlite.exec('CREATE TABLE referrals (id TEXT, client TEXT, outcome TEXT, timing TEXT)');
for (const { id, client, outcome, timing } of REFERRALS) {
  sqlite
    .prepare('INSERT INTO referrals VALUES (?, ?, ?, ?)')
    .run(id, client, outcome || null, timing);
}

function counted(where: string): { n: number; people: number } {
  const sql = `SELECT count(*) AS n, count(DISTINCT client) AS people FROM referrals WHERE ${where}`;
  return sqlite.prepare(sql).get() as { n: number; people: number };
}

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'not refused';
}

const listed = (name: string) => workbench.cohorts({}).find((cohort) => cohort.name === name);

describe('cohorts', () => {
  test('are counted in rows and in people, as SQLite counts them', () => {
    workbench.saveCohort({ ...accepted, description: 'Taken on by the service' });
    const truth = counted("outcome = 'Accepted'");
    expect(truth.people).toBeLessThan(truth.n);
    expect(listed('accepted')).toMatchObject({
      description: 'Taken on by the service',
      sentence: 'referrals where outcome is Accepted',
      n: truth.n,
      of: 40,
      people: { variable: 'client_id', n: truth.people, of: 30 },
      results: [],
      refused: null,
    });
  });

  test('another condition is another version, another label is not, and all are kept', () => {
    workbench.saveCohort(accepted);
    workbench.changeCohort({ name: 'accepted', change: { label: 'Taken on' } });
    expect(workbench.saveCohort({ ...accepted, label: 'Taken on' }).version).toBe(1);
    const both = { all: [ACCEPTED, ANTENATAL] };
    expect(workbench.saveCohort({ ...accepted, label: 'Taken on', condition: both }).version).toBe(
      2,
    );
    const onlyBefore = { ...accepted, label: 'Before birth', condition: ANTENATAL };
    expect(workbench.saveCohort(onlyBefore).version).toBe(3);
    const history = workbench.cohortHistory({ name: 'ACCEPTED' });
    expect(history.map(({ version, sentence, changes }) => [version, sentence, changes])).toEqual([
      [
        3,
        'referrals where timing is Antenatal',
        ['Was called “Taken on”.', 'No longer: outcome is Accepted.'],
      ],
      [
        2,
        'referrals where outcome is Accepted and timing is Antenatal',
        ['New: timing is Antenatal.'],
      ],
      [1, 'referrals where outcome is Accepted', []],
    ]);
    expect(history[0]?.savedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  test.each([
    ['and', "outcome = 'Accepted' AND timing = 'Antenatal'"],
    ['or', "outcome = 'Accepted' OR timing = 'Antenatal'"],
    // A row whose timing is not known would stay; here all are.
    ['but-not', "outcome = 'Accepted' AND NOT timing = 'Antenatal'"],
  ] as const)('combined by “%s” they have the rows that SQLite gives', (by, where) => {
    workbench.saveCohort(accepted);
    workbench.saveCohort(antenatal);
    const made = workbench.combineCohorts({
      name: 'both',
      label: 'Both',
      by,
      parts: ['accepted', 'before-birth'],
    });
    expect(made.combined).toEqual({
      by,
      parts: [
        { name: 'accepted', label: 'Accepted', version: 1 },
        { name: 'before-birth', label: 'Before birth', version: 1 },
      ],
    });
    const { n, people } = counted(where);
    expect(listed('both')).toMatchObject({ n, people: { n: people } });
  });

  test('“but not” keeps rows of which the other cannot be said', () => {
    workbench.saveCohort(accepted);
    workbench.saveCohort(antenatal);
    workbench.combineCohorts({
      name: 'c',
      label: 'C',
      by: 'but-not',
      parts: ['before-birth', 'accepted'],
    });
    const truth = counted("timing = 'Antenatal' AND (outcome <> 'Accepted' OR outcome IS NULL)");
    expect(listed('c')?.n).toBe(truth.n);
  });

  test('a change of a part changes nothing in the whole, which says so, until it is combined again', () => {
    workbench.saveCohort(accepted);
    workbench.saveCohort(antenatal);
    const combine = () =>
      workbench.combineCohorts({
        name: 'both',
        label: 'Both',
        by: 'and',
        parts: ['accepted', 'before-birth'],
      });
    combine();
    const before = listed('both')?.n;
    workbench.saveCohort({ ...accepted, condition: { op: 'present', variable: 'outcome' } });
    expect(listed('both')).toMatchObject({
      version: 1,
      n: before,
      stale: ['“Accepted” has changed: version 1 was combined, 2 is there now.'],
    });
    expect(combine()).toMatchObject({ version: 2 });
    expect(listed('both')).toMatchObject({
      n: counted("outcome IS NOT NULL AND timing = 'Antenatal'").n,
      stale: [],
    });
    expect(workbench.cohortHistory({ name: 'both' })[0]?.changes).toEqual([
      'Combined from “Accepted” (version 2) and “Before birth” (version 1).',
      'New: outcome is not missing.',
      'No longer: outcome is Accepted.',
    ]);
  });

  test('a removal is undone with its versions, and a name is never given to another version again', () => {
    workbench.saveCohort(accepted);
    workbench.saveCohort({ ...accepted, condition: ANTENATAL });
    workbench.removeCohort({ name: 'accepted' });
    expect(workbench.cohorts({})).toEqual([]);
    expect(workbench.project({}).cohorts).toEqual([]);
    expect(workbench.cohortHistory({ name: 'accepted' })).toHaveLength(2);
    expect(refusalOf(() => workbench.removeCohort({ name: 'accepted' }))).toBe('unknown-cohort');
    expect(workbench.restoreCohort({ name: 'accepted' })).toMatchObject({ version: 2 });
    expect(refusalOf(() => workbench.restoreCohort({ name: 'accepted' }))).toBe(
      'cohort-not-removed',
    );
    workbench.removeCohort({ name: 'accepted' });
    expect(workbench.saveCohort({ ...accepted, condition: ANTENATAL }).version).toBe(3);
    expect(workbench.journal({ limit: 4 }).map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^Kept the cohort “Accepted”, version 3: .* n = 20\.$/),
      'Removed the cohort “Accepted”.',
      'Brought the cohort “Accepted” back.',
      'Removed the cohort “Accepted”.',
    ]);
  });

  test('what uses a cohort is known', () => {
    workbench.saveCohort(accepted);
    const { id } = workbench.analyse({
      spec: {
        analysis: 'frequencies',
        table: 'referrals',
        cohort: 'accepted',
        options: { variables: ['timing'] },
      },
    });
    expect(listed('accepted')?.results).toEqual([id]);
  });

  test('set side by side they are one result, pinned to both, with the rest beside them', () => {
    workbench.saveCohort(accepted);
    workbench.saveCohort(antenatal);
    const spec = {
      analysis: 'table-one',
      table: 'referrals',
      options: { variables: ['timing'] },
      compare: { cohorts: ['accepted', 'before-birth'], with: 'rest' as const },
    };
    const result = workbench.analyse({ spec });
    const [a, b] = [counted("outcome = 'Accepted'"), counted("timing = 'Antenatal'")];
    const both = counted("outcome = 'Accepted' AND timing = 'Antenatal'").n;
    const rest = counted("outcome IS NOT 'Accepted' AND timing <> 'Antenatal'").n;
    expect(a.n + b.n - both + rest).toBe(40);
    expect(result.compared).toMatchObject({
      cohorts: [
        { name: 'accepted', version: 1, n: a.n },
        { name: 'before-birth', version: 1, n: b.n },
      ],
      with: 'rest',
    });
    expect(result.tables[0]?.columns.map(({ header }) => header)).toEqual([
      'Characteristic',
      'All (*n* = 40)',
      `Accepted (*n* = ${a.n})`,
      `Before birth (*n* = ${b.n})`,
      `Rest (*n* = ${rest})`,
      'SMD',
    ]);
    const cell = counted("outcome = 'Accepted' AND timing = 'Antenatal'").n;
    expect(
      result.estimates.find(({ key }) => key === 'n[timing: Antenatal, Accepted]')?.value,
    ).toBe(cell);
    expect(listed('before-birth')?.results).toEqual([result.id]);
    expect(workbench.tryAnalysis({ spec: { ...spec, cohort: 'before-birth' } }).n.total).toBe(b.n);
  });

  test('what cannot be kept is refused', async () => {
    workbench.saveCohort(accepted);
    const file = join(folder, 'people.csv');
    writeFileSync(file, 'client_id,site\nC001,North\nC002,South\n');
    await workbench.importFile({ file, table: 'people' }, UNWATCHED);
    const site: Condition = { op: 'is', variable: 'site', value: 'North' };
    workbench.saveCohort({ name: 'north', label: 'North', table: 'people', condition: site });
    const combine = (name: string, parts: string[]) => () =>
      workbench.combineCohorts({ name, label: 'X', by: 'and', parts });
    expect(refusalOf(combine('x', ['accepted', 'north']))).toBe('cohort-of-another-table');
    expect(refusalOf(combine('x', ['accepted', 'nobody']))).toBe('unknown-cohort');
    expect(refusalOf(combine('north', ['accepted', 'accepted', 'north']))).toBe(
      'cohort-of-another-table',
    );
    workbench.saveCohort(antenatal);
    expect(refusalOf(combine('accepted', ['accepted', 'before-birth']))).toBe('cohort-of-itself');
    expect(
      refusalOf(() => workbench.changeCohort({ name: 'north', change: { label: '  ' } })),
    ).toBe('empty-label');
    expect(refusalOf(() => workbench.saveCohort({ ...accepted, condition: site }))).toBe(
      'unknown-variable',
    );
  });

  test('cohorts of a project from before versions were kept are there, in the version they had', () => {
    const old = join(folder, 'old.attune');
    const db = oldProject(old, 3);
    db.prepare('INSERT INTO attune_cohort VALUES (?, ?, ?, ?, ?)').run(
      'south',
      'In the south',
      'people',
      JSON.stringify(ANTENATAL),
      4,
    );
    db.close();
    const opened = createWorkbench(old);
    try {
      expect(opened.project({}).cohorts).toEqual([
        {
          name: 'south',
          label: 'In the south',
          table: 'people',
          condition: ANTENATAL,
          version: 4,
          description: '',
        },
      ]);
      expect(opened.cohortHistory({ name: 'south' })).toMatchObject([
        { version: 4, savedAt: null },
      ]);
      expect(opened.cohorts({})).toMatchObject([{ n: null, refused: 'The table people is gone.' }]);
    } finally {
      opened.close();
    }
  });
});
