import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attune } from '../helpers/run-attune.ts';

const folder = mkdtempSync(join(tmpdir(), 'attune-'));
const run = (...args: string[]) => attune(args, folder);
const json = (...args: string[]) => {
  const { code, stdout, stderr } = run(...args, '--json');
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
};

test('cohorts are kept, combined, told, removed and brought back', () => {
  const rows = ['C1,North,4', 'C1,South,5', 'C2,South,6', 'C3,South,7', 'C3,North,8'];
  writeFileSync(join(folder, 'visits.csv'), ['client_id,site,score', ...rows].join('\n'));
  const condition = (name: string, content: unknown) => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    return name;
  };
  const south = condition('south.json', { op: 'is', variable: 'site', value: 'South' });
  const high = condition('high.json', { op: 'at-least', variable: 'score', value: 6 });
  run('new', 'p.attune');
  run('import', 'p.attune', 'visits.csv', '--table', 'visits');
  expect(run('cohorts', 'p.attune').stdout).toBe('The project has no cohorts yet.\n');
  const save = (...args: string[]) => json('cohorts', 'p.attune', '--save', ...args);
  save('south', '--table', 'visits', '--where', south, '--label', 'In the south');
  save('high', '--table', 'visits', '--where', high);
  save('both', '--combine', 'and', '--part', 'south', '--part', 'high');
  expect(json('cohorts', 'p.attune')).toMatchObject([
    { name: 'both', n: 2, of: 5, people: { n: 2, of: 3 } },
    { name: 'high', n: 3, people: { n: 2 } },
    { name: 'south', n: 3, people: { n: 3 }, label: 'In the south' },
  ]);
  expect(save('south', '--table', 'visits', '--where', high).version).toBe(2);
  expect(run('cohorts', 'p.attune', '--history', 'south').stdout).toMatch(
    /^Version 2, .+: rows where score is at least 6\n {2}Was called “In the south”\.\n/,
  );
  json('cohorts', 'p.attune', '--remove', 'south');
  expect(json('cohorts', 'p.attune')).toMatchObject([
    { name: 'both', stale: ['“In the south” is gone.'] },
    { name: 'high' },
  ]);
  expect(json('cohorts', 'p.attune', '--restore', 'south')).toMatchObject({ version: 2 });
  expect(run('cohorts', 'p.attune', '--remove', 'nobody').code).toBe(1);
  expect(run('cohorts', 'p.attune', '--save', 'x').code).toBe(2);
  expect(run('cohorts', 'p.attune', '--save', 'x', '--combine', 'xor').code).toBe(2);
  expect(run('cohorts', 'p.attune', '--remove', 'a', '--history', 'b').code).toBe(2);

  const exported = json('export', 'p.attune', 'visits', '--cohort', 'both', '--to', 'both.csv');
  expect(exported.about).toBe('both.csv-about.txt');
  expect(readFileSync(join(folder, 'both.csv-about.txt'), 'utf8')).toContain(
    'Rows: 2 of 5 rows: site is South and score is at least 6.',
  );
});
