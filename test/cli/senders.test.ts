import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attune } from '../helpers/run-attune.ts';

test('attune senders tells who is asked, and writes a query list for each', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-cli-senders-'));
  const rows = Array.from(
    { length: 40 },
    (_, i) => `V${100 + i},${i % 2 ? 'Quay' : 'Hill'},2023-03-${10 + (i % 15)}`,
  );
  const lines = ['visit_id,site,day', ...rows, 'V140,Quay,', 'V141,Hill,2023-02-30'];
  writeFileSync(join(folder, 'visits.csv'), `${lines.join('\n')}\n`);
  attune(['new', 'p.attune'], folder);
  attune(['import', 'p.attune', 'visits.csv', '--table', 'visits'], folder);
  const { code, stdout } = attune(
    ['senders', 'p.attune', '--column', 'visits.site', '--to', folder, '--json'],
    folder,
  );
  expect(code).toBe(0);
  const { accounts, files } = JSON.parse(stdout);
  expect(
    accounts.map(({ sender, open, asked }: Record<string, unknown>) => [sender, open, asked]),
  ).toEqual([
    ['Hill', 1, 1],
    ['Quay', 1, 1],
  ]);
  expect(files).toHaveLength(2);
  expect(readdirSync(folder)).toEqual(
    expect.arrayContaining(['queries Hill.xlsx', 'queries Quay.xlsx']),
  );
  const said = attune(['senders', 'p.attune'], folder).stdout;
  expect(said).toMatch(/Quay\s+1\s+1\s+1\s+0/);
  expect(attune(['senders', 'p.attune', '--column', 'site'], folder).code).toBe(2);
});
