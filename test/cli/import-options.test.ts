import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attune } from '../helpers/run-attune.ts';

function project(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'attune-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const run = (...args: string[]) => attune(args, folder);
  expect(run('new', 'p.attune').code).toBe(0);
  return { run, read: (name: string) => readFileSync(join(folder, name), 'utf8') };
}

test('--codebook: labels in the table and the contract, unmatched codes told both ways', () => {
  const { run, read } = project({
    'a.csv': 'id,q1,extra\n1,1,x\n2,9,y\n',
    'codebook.csv': 'variable,value,label\nq1,1,Low\nq1,2,High\ngone,1,Yes\n',
  });
  const dry = run(
    'import',
    'p.attune',
    'a.csv',
    '--codebook',
    'codebook.csv',
    '--dry-run',
    '--json',
  );
  expect(dry.code, dry.stderr).toBe(0);
  const [shown] = JSON.parse(dry.stdout);
  expect(shown.unmatched).toEqual({
    variables: { codebookOnly: ['gone'], fileOnly: ['id', 'extra'] },
    values: [
      {
        variable: 'q1',
        unlabelled: [{ value: '9', n: 1 }],
        unused: [{ value: '2', label: 'High' }],
      },
    ],
  });
  expect(shown.columns[1]).toMatchObject({ position: 1, filled: 2 });
  const loaded = run(
    ...['import', 'p.attune', 'a.csv', '--codebook', 'codebook.csv', '--save-contract', 'c.json'],
  );
  expect(loaded.stdout).toContain('q1: labelled, in no cell 2 High');
  expect(JSON.parse(read('c.json')).columns[1].values).toHaveLength(2);
  const again = run(
    'import',
    'p.attune',
    'a.csv',
    '--table',
    'again',
    '--contract',
    'c.json',
    '--again',
  );
  expect(again.code, again.stderr).toBe(0);
});

test('--stack: several files as one table, the receipt and sources of each', () => {
  const { run } = project({
    'a.csv': 'id,n\nHB1,1\nHB2,2\n',
    'b.csv': 'id,n,note\nHB3,3,x\n',
  });
  const ran = run('import', 'p.attune', 'a.csv', 'b.csv', '--stack', '--table', 'all', '--json');
  expect(ran.code, ran.stderr).toBe(0);
  const [{ table, receipt }] = JSON.parse(ran.stdout);
  expect(table).toBe('all');
  expect(receipt).toMatchObject({ read: 5, loaded: 3, skipped: 2 });
  expect(receipt.parts).toHaveLength(2);
  const tables = JSON.parse(run('tables', 'p.attune', '--json').stdout);
  expect(JSON.stringify(tables)).toContain('source_file');
});

test('--encoding is one of four', () => {
  const { run } = project({ 'a.csv': 'id,n\nHB1,1\n' });
  expect(run('import', 'p.attune', 'a.csv', '--encoding', 'latin1').code).toBe(2);
  expect(run('import', 'p.attune', 'a.csv', '--encoding', 'windows-1252').code).toBe(0);
});

test('how a file is written can be said, and a dry run tells how and why it is read so', () => {
  const { run, read } = project({
    'a.csv': "made by hand\nid|said|n\n'1'|'it\\'s | so'|2\n# a note\n'2'|'plain'|3\nend\n",
  });
  const how = ['--delimiter', 'bar', '--quote', 'single', '--escape', 'backslash'];
  const rows = ['--header', '2', '--footer', '1', '--comments', 'skip'];
  const dry = run('import', 'p.attune', 'a.csv', ...how, ...rows, '--dry-run');
  expect(dry.code, dry.stderr).toBe(0);
  expect(dry.stdout).toContain('6 rows read = 2 loaded + 0 quarantined + 4 skipped + 0 blank');
  expect(dry.stdout).toContain('vertical bar: 3 fields on 3 of 6 lines');
  expect(dry.stdout).toContain('header in row 2');
  expect(dry.stdout).toContain('row 6 skipped: end');
  expect(dry.stdout).toContain('n: whole number. All 2 values are whole numbers');
  const args = [...how, ...rows, '--save-contract', 'c.json'];
  expect(run('import', 'p.attune', 'a.csv', ...args).code).toBe(0);
  expect(JSON.parse(read('c.json')).dialect).toEqual({
    kind: 'csv',
    encoding: 'utf-8',
    delimiter: '|',
    quoting: { quote: "'", escape: 'backslash' },
    comments: 'skip',
  });
  const kept = run('rows', 'p.attune', 'a', '--json');
  expect(kept.stdout).toContain("it's | so");
  for (const wrong of [
    ['--quote', 'x'],
    ['--delimiter', ','],
    ['--header', '3-9'],
    ['--footer', '-1'],
  ]) {
    expect(run('import', 'p.attune', 'a.csv', ...wrong, '--dry-run').code).toBe(2);
  }
});
