import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Value } from '../../src/model/column.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import type { Result } from '../../src/model/result.ts';
import type { ScoreDefinition } from '../../src/model/table.ts';
import { runEvaluation } from '../../src/run-evaluation.ts';
import { createWorkbench, type OpenWorkbench } from '../../src/workbench.ts';
import { sampleFolder } from '../sample/sample-folder.ts';

// The items of the sample's PRFQ forms, written down in every form in which extracts come: the paired
// table of the 114 eligible adults has to be the same.

const TIMES = ['T1', 'T2'] as const;
const ITEMS = Array.from({ length: 18 }, (_, i) => i + 1);
const ACCEPT = ['certainty:direction', 'interest_curiosity:direction'];

interface FormRow {
  id: string;
  time: (typeof TIMES)[number];
  date: string;
  answers: string[];
}

let folder: string;
let workbench: OpenWorkbench;
let forms: FormRow[];
let expected: Result;

beforeAll(async () => {
  const sample = await sampleFolder();
  folder = mkdtempSync(join(tmpdir(), 'attune-'));
  const run = await runEvaluation(sample.evaluation, folder, UNWATCHED);
  workbench = createWorkbench(run.project);
  forms = formsOf(workbench);
  expected = await outcome('prfq');
}, 120_000);

afterAll(() => workbench.close());

/** The forms as text, one a person and time with any answer. */
function formsOf(from: OpenWorkbench): FormRow[] {
  const table = from.project({}).tables.find(({ name }) => name === 'prfq_forms');
  const names = (table?.variables ?? []).map(({ name }) => name);
  const { rows } = from.rows({ table: 'prfq_forms', offset: 0, limit: 10_000 });
  const text = (value: Value | undefined) => (value === null ? '' : String(value ?? ''));
  return rows.flatMap(({ cells }) =>
    TIMES.flatMap((time): FormRow[] => {
      const at = (name: string) => text(cells[names.indexOf(name)]);
      const answers = ITEMS.map((item) => at(`prfq_${String(item).padStart(2, '0')}_${time}`));
      if (answers.every((answer) => answer === '')) return [];
      return [{ id: at('client_id'), time, date: at(`date_${time}`), answers }];
    }),
  );
}

async function bring(
  name: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
) {
  const file = join(folder, `${name}.csv`);
  writeFileSync(file, [header, ...rows].map((row) => row.join(',')).join('\n'));
  await workbench.importFile(
    {
      file,
      table: name,
      unit: 'rows',
      changes: {
        columns: header.flatMap((column, position) => [
          ...(column === 'id' ? [{ position, kind: 'identifier' as const }] : []),
          ...(column.startsWith('date') ? [{ position, dateOrder: 'ymd' as const }] : []),
        ]),
      },
    },
    UNWATCHED,
  );
}

/** Scores a table as it is suggested, pairs T1 with T2 for the eligible adults, and analyses. */
async function score(name: string): Promise<Result> {
  const found = workbench
    .suggestScoring({})
    .suggestions.find(({ from, score: { measure } }) => from === name && measure === 'prfq');
  if (!found) throw new Error(`nothing is suggested for ${name}`);
  return outcome(name, { ...found.score, accept: ACCEPT });
}

async function outcome(name: string, score?: ScoreDefinition): Promise<Result> {
  if (score !== undefined) {
    await workbench.makeTable(
      { definition: { name: `${name}_scores`, label: name, unit: 'forms', from: name, score } },
      UNWATCHED,
    );
    const definition = {
      name: `${name}_pairs`,
      label: name,
      unit: 'adults in Together Time',
      from: `${name}_scores`,
      pair: {
        person: 'person',
        time: 'time',
        before: 'T1',
        after: 'T2',
        eligible: { table: 'people', person: 'client_id', cohort: 'tt-adults' },
      },
    };
    await workbench.makeTable({ definition }, UNWATCHED);
  }
  return workbench.analyse({
    spec: {
      id: name.replaceAll('_', '-'),
      analysis: 'outcome-change',
      table: `${name}_pairs`,
      options: {},
    },
  });
}

const answersAt = (time: string) =>
  new Map(forms.filter((form) => form.time === time).map((form) => [form.id, form]));

function same(result: Result): void {
  expect(result.tables).toEqual(expected.tables);
  expect(result.estimates).toEqual(expected.estimates);
  expect(result.sentences).toEqual(expected.sentences);
  expect(result.n).toEqual(expected.n);
}

describe('the briefing’s PRFQ', () => {
  test('76 pairs of 114 eligible adults, out of the items', () => {
    expect(
      expected.tables[0]?.rows.map(({ cells }) => cells.slice(1, 3).map((c) => c.text ?? c.value)),
    ).toEqual([
      [114, '76 (66.7)'],
      [114, '76 (66.7)'],
      [114, '76 (66.7)'],
    ]);
    const briefing = workbench.results({}).find(({ id }) => id === 'prfq-change');
    for (const key of ['mean-change', 't', 'p', 'd']) {
      const of = (result: Result | undefined) =>
        result?.estimates.find((each) => each.key === `Interest and curiosity: ${key}`)?.value;
      expect(of(expected)).toBeCloseTo(of(briefing) ?? Number.NaN, 10);
    }
    expect(expected.tables[1]?.notes[1]).toContain('in 1 of 76 pairs');
  });

  test('time points in the names of the columns', async () => {
    const [before, after] = TIMES.map(answersAt);
    const ids = [...new Set(forms.map(({ id }) => id))];
    const cells = (form: FormRow | undefined) => [
      form?.date ?? '',
      ...(form?.answers ?? ITEMS.map(() => '')),
    ];
    await bring(
      'wide',
      [
        'id',
        ...TIMES.flatMap((time) => [`date ${time}`, ...ITEMS.map((item) => `PRFQ${item} ${time}`)]),
      ],
      ids.map((id) => [id, ...cells(before?.get(id)), ...cells(after?.get(id))]),
    );
    same(await score('wide'));
  });

  test('the time point in a column, one row a form', async () => {
    await bring(
      'by_form',
      ['id', 'time_point', 'date', ...ITEMS.map((item) => `prfq_${item}`)],
      forms.map(({ id, time, date, answers }) => [id, time, date, ...answers]),
    );
    same(await score('by_form'));
  });

  test('one row an item', async () => {
    await bring(
      'prfq_long',
      ['id', 'time_point', 'date', 'item', 'response'],
      forms.flatMap(({ id, time, date, answers }) =>
        answers.map((answer, i) => [id, time, date, `PRFQ_${i + 1}`, answer]),
      ),
    );
    same(await score('prfq_long'));
  });

  test('two files, one a time point', async () => {
    for (const time of TIMES) {
      await bring(
        `prfq_${time}`,
        ['id', 'date', ...ITEMS.map((item) => `q${item}`)],
        [...answersAt(time).values()].map(({ id, date, answers }) => [id, date, ...answers]),
      );
    }
    same(await score('prfq_T1'));
  });
});

test('the other measures of the briefing, with the account of pairs', () => {
  const change = (table: string) =>
    workbench.analyse({
      spec: { id: `${table.replace('_', '-')}-x`, analysis: 'outcome-change', table, options: {} },
    });
  const pairs = (result: Result) =>
    result.tables[1]?.rows.map(({ cells }) => cells.slice(0, 6).map((cell) => cell.value));
  expect(pairs(change('mors_pairs'))).toEqual([
    ['Warmth', 114, 28, 5, 59, 22],
    ['Invasion', 114, 26, 5, 59, 24],
  ]);
  const loaf = workbench.analyse({
    spec: { id: 'loaf-x', analysis: 'outcome-levels', table: 'loaf_pairs', options: {} },
  });
  expect(loaf.n).toMatchObject({ total: 114, used: 85 });
  const of = (key: string) => loaf.estimates.find((each) => each.key === key)?.value;
  expect([of('improved'), of('same'), of('worse')]).toEqual([13, 64, 8]);
});
