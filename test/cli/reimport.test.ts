import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { attune } from '../helpers/run-attune.ts';

let folder: string;
const run = (...args: string[]) => attune(args, folder);
const json = (...args: string[]) => JSON.parse(run(...args, '--json').stdout);
const write = (name: string, lines: readonly string[]) =>
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-'));
  write('march.csv', [
    'id,score,site',
    '0a,1,North',
    '0b,2,South',
    '0c,3,North',
    '0d,4',
    '0e,5,South',
  ]);
  write('april.csv', ['site,id,score', 'South,0b,20', ',0c,3', 'North,0f,6']);
  run('new', 'p.attune');
  run('import', 'p.attune', 'march.csv', '--table', 'people', '--save-contract', 'c.json');
});

describe('attune import, the next time', () => {
  test('a drifted extract exits 1 with the diff, and is loaded when that is accepted', () => {
    write('drifted.csv', ['ID,score,site,weight', '0x,1,North,3.5', '0y,2,West,4.5']);
    const args = ['import', 'p.attune', 'drifted.csv', '--contract', 'c.json'];
    const refused = run(...args, '--json');
    expect(refused.code).toBe(1);
    const record = JSON.parse(refused.stdout).refused;
    expect(record).toMatchObject({ code: 'contract-drift', where: { file: 'drifted.csv' } });
    expect(record.details.findings.map(({ what }: { what: string }) => what)).toEqual([
      'renamed-column',
      'new-column',
      'categories',
    ]);
    for (const words of ['“id” is gone and “ID” is new', '“weight” is new', 'West (1)']) {
      expect(refused.stderr).toContain(words);
    }
    expect(run(...args, '--dry-run').code).toBe(1);
    expect(json('tables', 'p.attune').tables).toHaveLength(1);
    const accepted = run(...args, '--accept-drift', '--json');
    expect(accepted.code, accepted.stderr).toBe(0);
    expect(JSON.parse(accepted.stdout)[0].drift.findings).toHaveLength(3);
    expect(json('rows', 'p.attune', 'drifted').variables).toEqual([
      'id',
      'score',
      'site',
      'weight',
    ]);
  });

  test('an update is shown, done, and undone', () => {
    const args = [
      'import',
      'p.attune',
      'april.csv',
      '--table',
      'people',
      '--mode',
      'update',
      '--key',
      'id',
    ];
    const before = json('rows', 'p.attune', 'people');
    const project = readFileSync(join(folder, 'p.attune'));
    const shown = run(...args, '--dry-run');
    expect(shown.stdout).toContain(
      '3 rows against the 4 of people, matched by id: 1 new, 1 changed (1 cell), 1 unchanged, 2 gone (kept). 1 empty cell did not overwrite a value.',
    );
    expect(shown.stdout).toContain('0b (row 2), score: 2 → 20');
    expect(readFileSync(join(folder, 'p.attune')).equals(project)).toBe(true);
    expect(JSON.parse(run(...args, '--json').stdout)[0].comparison).toMatchObject({
      rows: { new: 1, changed: 1, unchanged: 1, gone: 2, after: 5 },
    });
    expect(
      json('rows', 'p.attune', 'people').rows.map(({ cells }: { cells: unknown }) => cells),
    ).toEqual([
      ['0a', 1, 'North'],
      ['0b', 20, 'South'],
      ['0c', 3, 'North'],
      ['0e', 5, 'South'],
      ['0f', 6, 'North'],
    ]);
    const again = run(...args);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('--again')]);
    const undone = run('undo', 'p.attune', 'people');
    expect(undone.stdout).toContain('it has its 4 rows of before, instead of 5');
    expect(json('rows', 'p.attune', 'people')).toEqual(before);
    expect(run('verify', 'p.attune').code).toBe(0);
  });

  test('quarantined rows are listed, corrected and loaded', () => {
    expect(json('quarantine', 'p.attune', 'people')).toMatchObject([
      { file: 'march.csv', row: 5, cells: ['0d', '4'] },
    ]);
    writeFileSync(join(folder, 'rows.json'), '[{"row": 5, "cells": ["0d", "4", "North"]}]');
    const sent = run('quarantine', 'p.attune', 'people', '--requeue', 'rows.json');
    expect(sent.stdout).toContain('Sent 1 row back from quarantine into people, corrected: row 5');
    expect(run('quarantine', 'p.attune', 'people').stdout.trim()).toBe('Nothing is in quarantine.');
    expect(json('rows', 'p.attune', 'people').rows[4].cells).toEqual(['0d', 4, 'North']);
  });

  test.each([
    [['--mode', 'merge']],
    [['--mode', 'update']],
    [['--key', 'id']],
    [['--mode', 'append', '--blanks-overwrite']],
  ])('%j is wrong usage', (options) => {
    expect(run('import', 'p.attune', 'april.csv', '--table', 'people', ...options).code).toBe(2);
  });
});
