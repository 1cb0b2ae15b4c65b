import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { UNWATCHED } from '../../src/model/project.ts';
import { runEvaluation } from '../../src/run-evaluation.ts';
import type { Fault } from '../../src/sample/fault.ts';
import { createWorkbench } from '../../src/workbench.ts';
import { projectHash } from '../helpers/project-hash.ts';
import { sampleFolder } from './sample-folder.ts';

const faultsIn = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Fault[];
/** A fault without its place, which moves with the rows above it. */
const what = ({ file, row: _, ...fault }: Fault) => JSON.stringify(fault);

test('the recipe is replayed on the next quarter, and only the new faults are reported', {
  timeout: 300_000,
}, async () => {
  const sample = await sampleFolder();
  const before = faultsIn(sample.faults)
    .filter(({ file }) => file === 'referrals.csv')
    .map(what);
  const fresh = faultsIn(join(dirname(sample.later), 'faults.json')).filter(
    (fault) => fault.kind !== 'footer' && !before.includes(what(fault)),
  );
  expect(fresh.map(({ kind, was }) => [kind, was])).toEqual([
    ['impossible-date', '30/02/2024'],
    ['spelling', 'Helth visitor'],
  ]);

  const { project } = await runEvaluation(
    sample.evaluation,
    mkdtempSync(join(tmpdir(), 'attune-')),
    UNWATCHED,
  );
  const workbench = createWorkbench(project);
  try {
    const start = projectHash(workbench);
    const table = 'referrals_received';
    const problemsBefore = workbench
      .problemCells({ table })
      .cells.map(({ raw, variable }) => [variable, raw]);
    const referralsBefore = rowsOf('referrals');

    const request = { file: sample.later, table, mode: 'replace' as const };
    await workbench.importFile(request, UNWATCHED);

    const problems = workbench.problemCells({ table }).cells;
    const fresh = problems.filter(
      ({ raw, variable }) =>
        !problemsBefore.some((each) => each[0] === variable && each[1] === raw),
    );
    expect(fresh.map(({ variable, raw, fileRow }) => [variable, raw, fileRow])).toEqual([
      ['received', '30/02/2024', fresh[0]?.fileRow],
    ]);

    // The rules too find more than at the import before in two places only.
    const grown = workbench
      .quality({ table })
      .findings.filter(({ n, before }) => n > (before ?? 0));
    expect(grown.map(({ rule, n, before }) => [rule.id, n - (before ?? 0)])).toEqual([
      [`${table}.fits`, 1],
      [`${table}.source.spelling`, 1],
    ]);

    const { tables } = await workbench.remakeTables({}, UNWATCHED);
    expect(tables.map((each) => each.table)).toContain('referrals');
    expect(tables.flatMap(({ notes }) => notes)).toEqual([]);
    expect(rowsOf('referrals')).toBe(referralsBefore + 12);
    // The old misspellings are merged by the recipe; of all tables, the new one alone is a value that was not there.
    const newTexts = tables.flatMap(({ newValues }) => newValues.flatMap(({ values }) => values));
    expect([...new Set(newTexts.map(({ value }) => value))]).toEqual(['Helth visitor']);
    expect(workbench.project({}).tables.filter((each) => each.outOfDate)).toEqual([]);

    // And all of it can be taken back.
    workbench.undo({});
    workbench.undo({});
    expect(projectHash(workbench)).toBe(start);
  } finally {
    workbench.close();
  }

  function rowsOf(name: string): number {
    return workbench.project({}).tables.find((table) => table.name === name)?.rows ?? 0;
  }
});
