import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { previewFile } from '../../src/import/preview-file.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import type { Block } from '../../src/model/report.ts';
import type { Result } from '../../src/model/result.ts';
import { renderReport } from '../../src/report/render.ts';
import { type EvaluationRun, runEvaluation } from '../../src/run-evaluation.ts';
import { REPORT } from '../../src/sample/evaluation/report.ts';
import { seriesOf } from '../helpers/series-of.ts';
import { sampleFolder } from './sample-folder.ts';

// From the raw extracts through import, recipe, measures and analysis: the figures of the briefing.

let run: EvaluationRun;
let out: string;
let folder: string;

beforeAll(async () => {
  const sample = await sampleFolder();
  folder = sample.folder;
  out = mkdtempSync(join(tmpdir(), 'attune-'));
  run = await runEvaluation(sample.evaluation, out, UNWATCHED);
}, 120_000);

function resultOf(id: string): Result {
  const result = run.results.find((one) => one.id === id);
  if (!result) throw new Error(`no result ${id}`);
  return result;
}

function estimateOf(id: string, key: string): number | null | undefined {
  return resultOf(id).estimates.find((one) => one.key === key)?.value;
}

describe('the figures of the briefing', () => {
  test('285 adults in psychotherapy, 114 in Together Time, 41 in both', () => {
    expect(resultOf('ethnicity').n.total).toBe(285);
    expect(resultOf('prfq-forms').n.total).toBe(114);
    expect(estimateOf('programmes', 'n[Psychotherapy, Together Time]')).toBe(41);
  });

  test('365 referrals, 222 of 300 accepted before birth, midwifery first', () => {
    expect(resultOf('referral-outcome').n.total).toBe(365);
    expect(estimateOf('antenatal-accepted', 'n[Antenatal]')).toBe(222);
    expect(estimateOf('antenatal-accepted', 'pct[Antenatal]')).toBeCloseTo(74, 9);
    expect(resultOf('referral-source').tables[0]?.rows[0]?.cells[0]?.value).toBe(
      'Midwifery – continuity of care',
    );
  });

  test('60 % in deciles 1 to 3, two thirds Black, Asian or Multiple', () => {
    expect(estimateOf('imd', 'n[Deciles 1 to 3 (most deprived)]')).toBe(171);
    expect(estimateOf('imd', 'pct[Deciles 1 to 3 (most deprived)]')).toBeCloseTo(60, 9);
    expect(estimateOf('ethnicity-summary', 'n[Black, Asian or Multiple]')).toBe(190);
    expect(resultOf('ethnicity-summary').n.missing).toEqual([]);
  });

  test('97 appointments in the first year, 777 in the last, both marked as part years', () => {
    const points = seriesOf(resultOf('appointments-by-year').figures[0])[0]?.points ?? [];
    expect(points.map(({ value }) => value)).toEqual([97, 188, 274, 356, 431, 402, 548, 617, 777]);
    expect(points.map(({ part }) => part !== undefined)).toEqual([
      true,
      ...Array.from({ length: 7 }, () => false),
      true,
    ]);
    expect(estimateOf('appointments-by-year', 'total')).toBe(3690);
  });

  test('76, 59 and 85 pairs of 114', () => {
    expect(estimateOf('prfq-forms', 'n[Both]')).toBe(76);
    expect(estimateOf('mors-forms', 'n[Both]')).toBe(59);
    expect(estimateOf('loaf-forms', 'n[Both]')).toBe(85);
  });
});

describe('pathway and attendance, as SQLite counts them in the project', () => {
  const sql = (query: string) => {
    const db = new Database(run.project, { readonly: true });
    try {
      return db.prepare(query).pluck().all();
    } finally {
      db.close();
    }
  };
  const ATTENDED = `SELECT referral_id, count(*) AS n, min(date) AS first FROM appointments
    WHERE attended = 'Attended' GROUP BY referral_id`;

  test('referrals that came as far as a second attended appointment', () => {
    const stages = sql(
      `WITH a AS (${ATTENDED})
       SELECT count(*) FROM referrals WHERE outcome = 'Accepted'
       UNION ALL SELECT count(*) FROM referrals JOIN a USING (referral_id)
         WHERE outcome = 'Accepted' AND a.first IS NOT NULL
       UNION ALL SELECT count(*) FROM referrals JOIN a USING (referral_id)
         WHERE outcome = 'Accepted' AND a.n >= 2`,
    );
    const found = ['Outcome: Accepted', 'Attended once', 'Attended twice'].map((label) =>
      estimateOf('referral-pathway', `n[${label}]`),
    );
    expect(found).toEqual(stages);
    const days = sql(
      `WITH a AS (${ATTENDED})
       SELECT julianday(a.first) - julianday(received) AS days FROM referrals
       JOIN a USING (referral_id) WHERE outcome = 'Accepted' AND received IS NOT NULL ORDER BY days`,
    ) as number[];
    const inOrder = days.filter((each) => each >= 0);
    const middle = (inOrder.length - 1) / 2;
    const median =
      ((inOrder[Math.floor(middle)] as number) + (inOrder[Math.ceil(middle)] as number)) / 2;
    expect(estimateOf('referral-pathway', 'days[Attended once]')).toBe(median);
    expect(estimateOf('referral-pathway', 'out-of-order[Attended once]')).toBe(
      days.length - inOrder.length,
    );
  });

  test('the DNA rate of all years and of one', () => {
    const count = (where: string) =>
      Number(sql(`SELECT count(*) FROM appointments WHERE activity = 'PIP' AND ${where}`)[0]);
    const rate = (where: string) => {
      const missed = count(`attendance = '3' AND ${where}`);
      return (100 * missed) / (missed + count(`attendance IN ('5', '6') AND ${where}`));
    };
    expect(estimateOf('missed-by-year', 'dna')).toBeCloseTo(rate('1'), 12);
    expect(estimateOf('missed-by-year', '2021/22: dna')).toBeCloseTo(
      rate(`date BETWEEN '2021-04-01' AND '2022-03-31'`),
      12,
    );
    expect(estimateOf('missed-by-year', 'persons')).toBe(
      sql(`SELECT count(DISTINCT client_id) FROM appointments WHERE activity = 'PIP'`)[0],
    );
  });
});

describe('what the briefing says in words', () => {
  const changeOf = (id: string, scale: string) => {
    const change = resultOf(id).estimates.find(({ key }) => key === `${scale}: mean-change`);
    return [Math.sign(change?.ci?.low ?? 0), Math.sign(change?.ci?.high ?? 0)];
  };

  test('interest and warmth up, pre-mentalizing and invasion down, certainty the same', () => {
    expect(changeOf('prfq-change', 'Interest and curiosity')).toEqual([1, 1]);
    expect(changeOf('prfq-change', 'Pre-mentalizing modes')).toEqual([-1, -1]);
    expect(changeOf('prfq-change', 'Certainty about mental states')).toEqual([-1, 1]);
    expect(changeOf('mors-change', 'Warmth')).toEqual([1, 1]);
    expect(changeOf('mors-change', 'Invasion')).toEqual([-1, -1]);
  });

  test('LOAF little changed, outcomes alike in ethnic groups', () => {
    expect(estimateOf('loaf-change', 'wilcoxon-p')).toBeGreaterThan(0.05);
    expect(estimateOf('loaf-change-t', 'p')).toBeGreaterThan(0.05);
    expect(estimateOf('loaf-change', 'same-percent')).toBeGreaterThan(70);
    expect(estimateOf('ethnicity-by-outcome', 'fisher-p')).toBeGreaterThan(0.05);
  });

  test('adults in neither programme are accounted for, one referral each', () => {
    const neither = estimateOf('programmes', 'n[No psychotherapy, No Together Time]') ?? 0;
    const outcomes = ['Rejected', 'Pending', 'Accepted'].map(
      (outcome) => estimateOf('in-neither', `n[${outcome}]`) ?? 0,
    );
    expect(neither).toBe(57);
    expect(outcomes.reduce((a, b) => a + b, 0)).toBe(neither);
    expect(resultOf('programmes').estimates.some(({ key }) => key === 'p')).toBe(false);
  });

  test('the one pair whose second form is dated first is said, and changes nothing', () => {
    const outOfOrder = ['prfq', 'mors', 'loaf'].map((measure) =>
      estimateOf(`${measure}-date-order`, 'n[T2 is not after T1]'),
    );
    expect(outOfOrder).toEqual([1, 0, 0]);
    expect(resultOf('prfq-change-in-order').n.used).toBe(75);
    for (const scale of ['Interest and curiosity', 'Pre-mentalizing modes']) {
      expect(changeOf('prfq-change-in-order', scale), scale).toEqual(
        changeOf('prfq-change', scale),
      );
    }
    const shortest = resultOf('days-between-forms').estimates.find(({ key }) => key === 'min');
    expect(shortest?.value).toBeGreaterThan(0);
  });

  test('what is not known is not known outside psychotherapy only', () => {
    expect(resultOf('ethnicity').n.missing).toEqual([]);
    expect(resultOf('imd').n.missing).toEqual([]);
    expect(estimateOf('background-known', 'Ethnic group: missing')).toBe(12);
  });
});

describe('the briefing', () => {
  test('fills every live number, table and figure', () => {
    const made = { app: '', at: '', project: '', files: [], tables: [], results: [] };
    const { blocks } = renderReport(REPORT, run.results, made);
    const missing = blocks.flatMap((block) => ('missing' in block ? block.missing : []));
    expect(missing).toEqual([]);
    expect(blocks.filter((block) => block.type === 'absent')).toEqual([]);
  });

  test('has no typed number beside dates, years and the names of categories', () => {
    const allowed =
      /\b20\d\d(\/\d\d)?\b|deciles 1 to 3|\(T[12]\)|answered \d to \d|\(1 = Most Deprived\)/gi;
    const typed = REPORT.blocks.flatMap(wordsOf).flatMap((words) => {
      const plain = words.replaceAll(/\{\{.*?\}\}/g, '').replaceAll(allowed, '');
      return /\d/.test(plain) ? [plain] : [];
    });
    expect(typed).toEqual([]);
  });

  test('says change, and no more than that', () => {
    const words = REPORT.blocks
      .flatMap(wordsOf)
      .join(' ')
      .replaceAll(/\{\{.*?\}\}/g, '')
      .toLowerCase();
    for (const word of ['impact', 'effect', 'caused', 'thanks to', 'improved']) {
      expect(words.includes(word), word).toBe(false);
    }
  });

  test('shows only what was made, and every file of the pack is there', () => {
    for (const file of run.files) expect(existsSync(join(out, file)), file).toBe(true);
  });
});

test('without decisions the files are read as what they are, and only one column is asked about', async () => {
  const file = join(folder, 'referrals.csv');
  const referrals = await previewFile({ file }, UNWATCHED);
  expect(referrals.decisions.dialect).toEqual({
    kind: 'csv',
    encoding: 'windows-1252',
    delimiter: ';',
  });
  expect(referrals.questions.map(({ position }) => position)).toEqual([7]);
  const adults = await previewFile({ file: join(folder, 'service users.xlsx') }, UNWATCHED);
  expect(adults.decisions.header).toEqual({ row: 4, rows: 2 });
  expect(adults.decisions.columns[0]?.kind).toBe('identifier');
  expect(adults.questions).toEqual([]);
});

test('every receipt adds up, and the broken lines are in quarantine', () => {
  for (const { read, loaded, quarantined, skipped, blank, table } of run.receipts) {
    expect(loaded + quarantined + skipped + blank, table).toBe(read);
  }
  const quarantined = run.receipts.filter((receipt) => receipt.quarantined > 0);
  expect(quarantined.map(({ table }) => table)).toEqual(['referrals_received', 'diary']);
});

function wordsOf(block: Block): string[] {
  if (block.type === 'list') return [...block.items];
  if (block.type === 'text' || block.type === 'heading') return [block.text];
  return 'title' in block && block.title !== undefined ? [block.title] : [];
}
