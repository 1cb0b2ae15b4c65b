import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { createIncomingFiles } from '../../src/serve/incoming-files.ts';

test('a file over the limit is refused and deleted, wherever it is cut', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-'));
  const incoming = createIncomingFiles(folder, 1_000);
  const bytes = (n: number) => Readable.from([Buffer.alloc(n / 2), Buffer.alloc(n / 2)]);
  expect(await incoming.receive(bytes(1_000), 'a.csv')).toMatchObject({ bytes: 1_000 });
  await expect(incoming.receive(bytes(1_002), 'b.csv')).rejects.toMatchObject({
    code: 'upload-too-large',
    where: { file: 'b.csv' },
  });
  const kept = readdirSync(folder, { recursive: true }).map(String);
  expect(kept.some((name) => name.endsWith('a.csv'))).toBe(true);
  expect(kept.some((name) => name.endsWith('b.csv'))).toBe(false);
});

test('what a run left behind that is gone is swept away; that of one that lives stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-'));
  for (const name of [`${process.pid}-alive`, '999999999-gone', 'stray']) {
    mkdirSync(join(folder, '.incoming', name), { recursive: true });
    writeFileSync(join(folder, '.incoming', name, 'x.csv'), 'x');
  }
  createIncomingFiles(folder);
  expect(readdirSync(join(folder, '.incoming'))).toEqual([`${process.pid}-alive`]);
});
