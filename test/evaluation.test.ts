import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { UNWATCHED } from '../src/model/project.ts';
import type { Result } from '../src/model/result.ts';
import { type EvaluationRun, runEvaluation } from '../src/run-evaluation.ts';
import { writeSample } from '../src/sample/write-sample.ts';
import { createWorkbench } from '../src/workbench.ts';
import { seriesOf } from './helpers/series-of.ts';

/** The sample from raw extracts to report pack, once; the published figures must come out. */
let folder: string;
let evaluation: string;
let run: EvaluationRun;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attune-'));
  ({ evaluation } = await writeSample(join(folder, 'raw')));
  run = await runEvaluation(evaluation, join(folder, 'out'), UNWATCHED);
}, 120_000);

function result(id: string): Result {
  const found = run.results.find((each) => each.id === id);
  if (!found) throw new Error(`no result ${id}`);
  return found;
}

function value(id: string, key: string): number {
  const found = result(id).estimates.find((each) => each.key === key);
  if (found?.value == null) throw new Error(`no ${key} in ${id}`);
  return found.value;
}

describe('the sample evaluation gives the published figures', () => {
  test('people and referrals', () => {
    expect(result('imd').cohort.n).toBe(285);
    expect(result('mors-forms').n.total).toBe(114);
    expect(result('referral-outcome').cohort.n).toBe(365);
  });

  test('appointments made, by financial year, with both part years marked', () => {
    const years = [
      '2015/16',
      '2016/17',
      '2017/18',
      '2018/19',
      '2019/20',
      '2020/21',
      '2021/22',
      '2022/23',
      '2023/24',
    ];
    const made = years.map((year) => value('appointments-by-year', `n[${year}]`));
    expect(made).toEqual([97, 188, 274, 356, 431, 402, 548, 617, 777]);
    const points = seriesOf(result('appointments-by-year').figures[0])[0]?.points ?? [];
    expect(points.filter((point) => point.part).map((point) => point.label)).toEqual([
      '2015/16',
      '2023/24',
    ]);
    expect(JSON.stringify(result('appointments-by-year').notes)).toMatch(/9 of 12 months/);
  });

  test('74 % of accepted referrals antenatal, continuity-of-care midwifery the largest source', () => {
    expect(value('antenatal-accepted', 'pct[Antenatal]')).toBeCloseTo(74, 0);
    const table = result('referral-source').tables[0];
    expect(String(table?.rows[0]?.cells[0]?.value)).toMatch(/continuity/i);
  });

  test('60 % in IMD deciles 1 to 3, two thirds from Black, Asian or Multiple ethnic groups', () => {
    const shares = (id: string) =>
      result(id)
        .estimates.filter((each) => each.key.startsWith('pct['))
        .map((each) => each.value);
    expect(shares('imd')).toContain(60);
    expect(
      shares('ethnicity-summary').some((share) => share !== null && Math.abs(share - 66.67) < 0.01),
    ).toBe(true);
  });

  test('76, 59 and 85 pairs of 114, and the direction of change', () => {
    const change = (id: string, pattern: RegExp) => {
      const found = result(id).estimates.find((each) => pattern.test(each.key));
      if (found?.value == null) throw new Error(`no ${pattern} in ${id}`);
      return found.value;
    };
    for (const [id, n] of [
      ['prfq-change', 76],
      ['mors-change', 59],
      ['loaf-change', 85],
    ] as const) {
      expect(result(id).n.used, id).toBe(n);
      expect(result(id).n.total, id).toBe(114);
    }
    expect(change('prfq-change', /^Interest.*mean-change$/)).toBeGreaterThan(0);
    expect(change('prfq-change', /^Pre-mental.*mean-change$/)).toBeLessThan(0);
    expect(change('prfq-change', /^Interest.*: p$/)).toBeLessThan(0.05);
    expect(change('mors-change', /^Warmth.*mean-change$/)).toBeGreaterThan(0);
    expect(change('mors-change', /^Invasi.*mean-change$/)).toBeLessThan(0);
    expect(change('loaf-change', /^wilcoxon-p$/)).toBeGreaterThan(0.05);
  });

  test('every import adds up', () => {
    for (const each of run.receipts) {
      expect(each.read, each.file).toBe(each.loaded + each.quarantined + each.skipped + each.blank);
      const { total, typed, missing, empty, asText } = each.cells;
      expect(total, each.file).toBe(typed + missing + empty + asText);
    }
  });
});

describe('one number, everywhere the same', () => {
  test('results.json holds every result as the project does', () => {
    const { results } = JSON.parse(readFileSync(join(folder, 'out', 'results.json'), 'utf8'));
    expect(results).toEqual(JSON.parse(JSON.stringify(run.results)));
  });

  test('every number of every table in the report stands in the workbook', async () => {
    const workbench = createWorkbench(run.project, { readOnly: true });
    const report = workbench.renderReport({});
    workbench.close();
    const book = new ExcelJS.Workbook();
    const file = run.files.find((name) => name.endsWith('.xlsx')) ?? '';
    await book.xlsx.readFile(join(folder, 'out', file));
    const inWorkbook = new Set<number>();
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (typeof cell.value === 'number') inWorkbook.add(cell.value);
        }),
      ),
    );
    let compared = 0;
    for (const block of report.blocks) {
      if (block.type !== 'table') continue;
      for (const cell of block.table.rows.flatMap((row) => row.cells)) {
        if (typeof cell.value !== 'number' || cell.text !== undefined) continue;
        const there = [cell.value, cell.value / 100].some((number) => inWorkbook.has(number));
        expect(there, `${block.title}: ${cell.value}`).toBe(true);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(50);
  });

  test('no live number is left open and no block is absent', () => {
    const workbench = createWorkbench(run.project, { readOnly: true });
    const { blocks, made } = workbench.renderReport({});
    workbench.close();
    for (const block of blocks) {
      expect(block.type, JSON.stringify(block)).not.toBe('absent');
      if (block.type === 'text' || block.type === 'list') expect(block.missing).toEqual([]);
    }
    expect(made.files.every((file) => /^[0-9a-f]{64}$/.test(file.sha256))).toBe(true);
    expect(made.results.map((each) => each.id)).toEqual(run.results.map((each) => each.id));
  });

  test('each result names its cohort, n and missing, and holds nothing that is not a number', () => {
    for (const each of run.results) {
      expect(each.cohort.sentence, each.id).not.toBe('');
      expect(each.cohort.n, each.id).toBe(each.n.total);
      const missing = each.n.missing.reduce((sum, reason) => sum + reason.n, 0);
      expect(each.n.used + missing, each.id).toBeGreaterThanOrEqual(each.n.used);
      expect(JSON.stringify(each.estimates)).not.toMatch(/NaN|Infinity/);
    }
  });
});

describe('running an evaluation', () => {
  test('again gives the same numbers and replaces its own project', async () => {
    const again = await runEvaluation(evaluation, join(folder, 'out'), UNWATCHED);
    const numbers = (each: EvaluationRun) =>
      each.results.map(({ id, estimates, n }) => ({ id, estimates, n }));
    expect(numbers(again)).toEqual(numbers(run));
  }, 60_000);

  test('a project that somebody worked in is left alone', async () => {
    const workbench = createWorkbench(run.project);
    workbench.removeResult({ id: 'imd' });
    workbench.close();
    const before = readFileSync(run.project);
    await expect(runEvaluation(evaluation, join(folder, 'out'), UNWATCHED)).rejects.toMatchObject({
      code: 'project-worked-in',
    });
    expect(readFileSync(run.project).equals(before)).toBe(true);
  }, 60_000);

  test('a refused run leaves no project behind', async () => {
    const broken = JSON.parse(readFileSync(evaluation, 'utf8'));
    broken.analyses[0].table = 'nowhere';
    const file = join(folder, 'raw', 'broken.json');
    writeFileSync(file, JSON.stringify(broken));
    const out = join(folder, 'broken');
    await expect(runEvaluation(file, out, UNWATCHED)).rejects.toMatchObject({
      code: 'unknown-table',
    });
    expect(readdirSync(out).filter((name) => name.includes('.attune'))).toEqual([]);
    expect(existsSync(file)).toBe(true);
  }, 60_000);

  test('a file that is not an evaluation is refused with the place that is wrong', async () => {
    const file = join(folder, 'wrong.json');
    writeFileSync(file, '{"format": "attune-evaluation/1", "title": 3}');
    await expect(runEvaluation(file, join(folder, 'wrong'), UNWATCHED)).rejects.toMatchObject({
      where: { file: 'wrong.json' },
      message: expect.stringContaining('title'),
    });
  });
});
