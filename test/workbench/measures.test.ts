import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Measure } from '../../src/model/measure.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';

let folder: string;
let workbench: OpenWorkbench;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-'));
  workbench = project('p');
  return () => workbench.close();
});

function project(name: string): OpenWorkbench {
  return createWorkbench(join(folder, `${name}.attune`), { create: { title: name } });
}

const refused = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'not refused';
};

const source = { text: 'Our own.', status: 'convention' } as const;
/** Seven items from 0 to 6, two of them reversed, pro-rated from six answers on. */
const CALM: Measure = {
  id: 'calm',
  version: '1',
  name: 'Calm scale',
  short: 'CALM',
  reference: '',
  licence: '',
  stage: '',
  cautions: [],
  answers: 'raw',
  items: [1, 2, 3, 4, 5, 6, 7].map((item) => ({
    item,
    min: 0,
    max: 6,
    reverse: item === 2 || item === 5,
  })),
  key: source,
  subscales: [
    {
      key: 'total',
      name: 'Calm',
      items: [1, 2, 3, 4, 5, 6, 7],
      score: 'sum',
      range: { low: 0, high: 42 },
      direction: 'higher',
      level: 'scale',
      levels: [],
      missing: { minItems: 6, prorate: true },
      cutoffs: [],
      reliableChange: [],
      sources: { items: source, range: source, direction: source, missing: source },
    },
  ],
};

async function score(into: OpenWorkbench): Promise<(string | number | null)[][]> {
  const file = join(folder, 'calm.csv');
  writeFileSync(
    file,
    [
      'client_id,calm1,calm2,calm3,calm4,calm5,calm6,calm7,time',
      '0001,6,0,3,2,1,5,4,T1',
      '0002,6,0,3,,1,5,4,T1',
      '0003,6,0,3,,,5,4,T1',
    ].join('\n'),
  );
  await into.importFile({ file, table: 'forms', unit: 'forms' }, UNWATCHED);
  const { suggestions } = into.suggestScoring({});
  const own = suggestions.find((each) => each.score.measure === 'calm');
  if (!own) throw new Error('nothing was suggested');
  const { from, score } = own;
  const definition = { name: 'calm_scores', label: 'Calm', unit: 'forms', from, score };
  await into.makeTable({ definition }, UNWATCHED);
  const { rows } = into.rows({ table: 'calm_scores', offset: 0, limit: 9 });
  return rows.map(({ cells }) => [...cells.slice(0, 3)]);
}

describe('a measure of one’s own', () => {
  test('is kept, scored, exported, and gives the same scores in another project', async () => {
    expect(workbench.saveMeasure({ measure: CALM })).toMatchObject({ home: 'project', usedBy: [] });
    const scores = await score(workbench);
    expect(scores).toEqual([
      ['0001', 'T1', 31],
      ['0002', 'T1', (29 / 6) * 7],
      ['0003', 'T1', null],
    ]);
    const known = workbench.measures({}).find(({ measure }) => measure.id === 'calm');
    expect(known?.usedBy).toEqual(['calm_scores']);

    const { name, bytes } = workbench.exportMeasure({ id: 'calm', version: '1' });
    expect(name).toBe('calm 1.json');
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const other = project('q');
    try {
      other.importMeasure({ file });
      expect(await score(other)).toEqual(scores);
    } finally {
      other.close();
    }
  });

  test('a version that has scored stays as it was; a new one may differ', async () => {
    workbench.saveMeasure({ measure: CALM });
    await score(workbench);
    const changed = { ...CALM, items: CALM.items.map((item) => ({ ...item, reverse: false })) };
    expect(refused(() => workbench.saveMeasure({ measure: changed }))).toBe('measure-in-use');
    expect(refused(() => workbench.removeMeasure({ id: 'calm', version: '1' }))).toBe(
      'measure-in-use',
    );
    workbench.saveMeasure({ measure: { ...changed, version: '2' } });
    const { origin } =
      workbench.project({}).tables.find(({ name }) => name === 'calm_scores') ?? {};
    expect(origin).toMatchObject({ measure: 'calm', version: '1' });
    expect(workbench.rows({ table: 'calm_scores', offset: 0, limit: 1 }).rows[0]?.cells[2]).toBe(
      31,
    );
    workbench.removeMeasure({ id: 'calm', version: '2' });
    expect(workbench.measures({}).filter(({ home }) => home === 'project')).toHaveLength(1);
  });

  test('the library stays as it is, and what is no measure is refused with its place', () => {
    const prfq = workbench.measures({}).find(({ measure }) => measure.id === 'prfq')?.measure;
    if (!prfq) throw new Error('no PRFQ');
    expect(refused(() => workbench.saveMeasure({ measure: { ...prfq, name: 'Mine' } }))).toBe(
      'measure-of-library',
    );
    expect(workbench.saveMeasure({ measure: prfq }).home).toBe('library');
    expect(refused(() => workbench.removeMeasure({ id: 'prfq', version: '1' }))).toBe(
      'unknown-measure',
    );
    const file = join(folder, 'bad.json');
    writeFileSync(file, JSON.stringify({ ...CALM, subscales: [] }));
    expect(() => workbench.importMeasure({ file })).toThrow(/subscales/);
    writeFileSync(file, 'not JSON');
    expect(refused(() => workbench.importMeasure({ file }))).toBe('unreadable-json');
  });

  test('what is kept is in the history', () => {
    workbench.saveMeasure({ measure: CALM });
    expect(workbench.journal({ limit: 1 })[0]?.sentence).toBe(
      'Kept the measure Calm scale, version 1.',
    );
  });
});

test('what scoring would do is shown before anything is written', async () => {
  const file = join(folder, 'gad.csv');
  writeFileSync(
    file,
    [
      'client_id,time,gad7_1,gad7_2,gad7_3,gad7_4,gad7_5,gad7_6,gad7_7,gad7_total',
      'a,T1,1,1,1,1,1,1,1,7',
      'b,T1,1,1,1,1,1,1,7,9',
    ].join('\n'),
  );
  await workbench.importFile({ file, table: 'gad', unit: 'forms' }, UNWATCHED);
  const [suggestion] = workbench.suggestScoring({ table: 'gad' }).suggestions;
  if (!suggestion) throw new Error('nothing was suggested');
  const check = workbench.checkScoring({ from: suggestion.from, score: suggestion.score });
  expect(check).toMatchObject({
    measure: 'Generalised Anxiety Disorder 7',
    version: '1',
    forms: 2,
    people: 2,
    times: [{ time: 'T1', forms: 2 }],
    account: {
      subscales: [{ name: 'Anxiety', complete: 1, proRated: 0, notScorable: 1 }],
      outOfRange: [{ row: 3, variable: 'gad7_7', value: '7' }],
      totals: [{ compared: 1, agree: 1, differ: 0 }],
    },
  });
  expect(check.rows[0]).toMatchObject({ person: 'b', row: 3 });
  expect(check.rows[0]?.items[6]).toMatchObject({ item: 7, isOut: true });
  expect(workbench.project({}).tables).toHaveLength(1);
});

test('an item that does not apply counts as its measure says, though the import reads it as missing', async () => {
  const items = Array.from({ length: 15 }, (_, i) => `kpcs_${i + 1}`);
  const answers = (first: string, ninth = '3') =>
    items.map((_, i) => (i === 0 ? first : i === 8 ? ninth : '3'));
  const file = join(folder, 'kpcs.csv');
  const forms = [
    ['a', 'T1', ...answers('N/A')],
    ['b', 'T1', ...answers('not applicable', 'N/A')],
    ['c', 'T1', ...answers('3')],
    // R and Excel write NA where nothing is known: that is no answer.
    ['d', 'T1', ...answers('NA')],
  ];
  const lines = [['client_id', 'time', ...items], ...forms].map((row) => row.join(','));
  writeFileSync(file, lines.join('\n'));
  await workbench.importFile({ file, table: 'kpcs', unit: 'forms' }, UNWATCHED);
  const { variables } = workbench.project({}).tables[0] ?? {};
  expect(variables?.find(({ name }) => name === 'kpcs_1')?.kind).toBe('integer');
  const definition = {
    name: 'kpcs_scores',
    label: 'KPCS',
    unit: 'forms',
    from: 'kpcs',
    score: {
      measure: 'kpcs',
      person: 'client_id',
      layout: { form: 'rows' as const, items: 'kpcs_{item}', time: 'time' },
    },
  };
  const { variables: made } = await workbench.makeTable({ definition }, UNWATCHED);
  const at = made.findIndex(({ score }) => score !== undefined);
  const answered = made.findIndex(({ name }) => name === 'items_answered');
  const { rows } = workbench.rows({ table: 'kpcs_scores', offset: 0, limit: 9 });
  expect(rows.map(({ cells }) => cells[at])).toEqual([44, 43, 45, null]);
  expect(rows.map(({ cells }) => cells[answered])).toEqual([15, 15, 15, 14]);
});

test('two referrals of one person are paired each by itself', async () => {
  const files = {
    referrals:
      'client_id,referral_id,opened,closed\n0001,R1,2021-01-01,2021-06-30\n0001,R2,2022-01-01,2022-12-31\n0002,R3,2021-01-01,2021-12-31',
    contacts:
      'client_id,referral_id,seen\n0001,R1,2021-01-02\n0001,R1,2021-02-01\n0001,R2,2022-01-02\n0001,R2,2022-02-01\n0002,R3,2021-01-02',
    gad: 'client_id,form_date,gad7_1,gad7_2,gad7_3,gad7_4,gad7_5,gad7_6,gad7_7\n0001,2021-01-05,3,3,3,3,3,3,3\n0001,2021-03-01,2,2,2,2,2,2,2\n0001,2022-01-10,2,2,2,2,2,2,1\n0001,2022-06-01,1,1,1,1,1,1,1\n0002,2021-02-01,1,0,0,0,0,0,0',
  };
  for (const [table, text] of Object.entries(files)) {
    const file = join(folder, `${table}.csv`);
    writeFileSync(file, text);
    await workbench.importFile({ file, table, unit: table }, UNWATCHED);
  }
  const score = {
    measure: 'gad-7',
    person: 'client_id',
    layout: { form: 'rows' as const, items: 'gad7_{item}', date: 'form_date' },
  };
  const scores = { name: 'gad_scores', label: 'GAD-7', unit: 'forms', from: 'gad', score };
  await workbench.makeTable({ definition: scores }, UNWATCHED);
  const pair = (episode?: string) => ({
    name: `pairs_${episode ?? 'none'}`,
    label: 'Pairs',
    unit: 'referrals',
    from: 'gad_scores',
    pair: {
      person: 'person',
      choose: 'contacts' as const,
      time: 'time',
      before: 'First',
      after: 'Last',
      contacts: {
        table: 'contacts',
        person: 'client_id',
        date: 'seen',
        ...(episode === undefined ? {} : { episode }),
      },
      eligible: {
        table: 'referrals',
        person: 'client_id',
        from: 'opened',
        until: 'closed',
        ...(episode === undefined ? {} : { episode }),
      },
    },
  });
  await expect(workbench.makeTable({ definition: pair() }, UNWATCHED)).rejects.toMatchObject({
    code: 'two-episodes',
  });
  const { variables } = await workbench.makeTable({ definition: pair('referral_id') }, UNWATCHED);
  const names = variables.map(({ name }) => name);
  const { rows } = workbench.rows({ table: 'pairs_referral_id', offset: 0, limit: 9 });
  const of = (name: string) => rows.map(({ cells }) => cells[names.indexOf(name)]);
  const [before = '', after = ''] = variables.flatMap(({ name, score: facts }) =>
    facts ? [name] : [],
  );
  expect(of('referral_id')).toEqual(['R1', 'R2', 'R3']);
  expect([of(before), of(after)]).toEqual([
    [21, 13, 1],
    [14, 7, null],
  ]);
});
