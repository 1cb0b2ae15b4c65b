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

test('from items to the paired table', () => {
  const item = (time: string) => Array.from({ length: 7 }, (_, i) => `gad7_${i + 1}_${time}`);
  const people = Array.from({ length: 8 }, (_, i) => [
    `00${i + 1}`,
    ...Array.from({ length: 7 }, (_, k) => (i + k) % 4),
    ...Array.from({ length: 7 }, (_, k) => (i === 7 ? '' : (i + k) % 2)),
  ]);
  writeFileSync(
    join(folder, 'gad.csv'),
    [['client_id', ...item('T1'), ...item('T2')], ...people].map((row) => row.join(',')).join('\n'),
  );
  run('new', 'p.attune');
  run('import', 'p.attune', 'gad.csv', '--table', 'gad');
  expect(json('score', 'p.attune').suggestions).toMatchObject([
    { from: 'gad', score: { measure: 'gad-7' } },
  ]);
  const { check } = json('score', 'p.attune', 'gad', '--dry-run');
  expect(check).toMatchObject({ forms: 15, times: [{ time: 'T1', forms: 8 }, { forms: 7 }] });
  const made = json('score', 'p.attune', 'gad', '--pair', 'T1,T2', '--eligible', 'gad.client_id');
  expect(made.map(({ name }: { name: string }) => name)).toEqual(['gad_7_scores', 'gad_7_pairs']);
  expect(made[1].origin.account).toMatchObject({ eligible: 8, both: 7, beforeOnly: 1 });
  writeFileSync(
    join(folder, 'spec.json'),
    JSON.stringify({ analysis: 'outcome-change', table: 'gad_7_pairs', options: {} }),
  );
  const [result] = json('analyse', 'p.attune', 'spec.json');
  expect(result.tables[0].rows[0].cells[0].value).toBe('Anxiety (0–21, lower better)');
  expect(result.tables[0].rows[0].cells[2].text).toBe('7 (88)');
});

test('measures go out and come in', () => {
  run('new', 'q.attune');
  json('measures', 'q.attune', '--export', 'core-10', '--to', 'core.json');
  const measure = JSON.parse(readFileSync(join(folder, 'core.json'), 'utf8'));
  writeFileSync(join(folder, 'mine.json'), JSON.stringify({ ...measure, version: '2' }));
  json('measures', 'q.attune', '--import', 'mine.json');
  const known = json('measures', 'q.attune');
  expect(known.at(-1)).toMatchObject({ home: 'project', measure: { id: 'core-10', version: '2' } });
  const refused = run('measures', 'q.attune', '--remove', 'core-10', '--version', '1', '--json');
  expect(refused.code).toBe(1);
});
