import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import config from '../../build/electron-builder.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { findElectron } from '../../scripts/find-electron.ts';
import { FUSES } from '../../scripts/fuses.ts';
import { isStale } from '../../scripts/is-stale.ts';
import { writeChecksums } from '../../scripts/write-checksums.ts';

const ROOT = join(import.meta.dirname, '../..');

test('what is packed is fused, whole, and published by nobody', () => {
  expect(config.electronFuses).toBe(FUSES);
  expect(config.asar).toBe(true);
  expect(config.publish).toBeNull();
  expect(config.npmRebuild).toBe(false);
  expect(packageJson.main).toBe('dist/electron/main.js');
});

test('the one package outside the bundle is the driver, its native code outside the asar', () => {
  expect('better-sqlite3' in packageJson.dependencies).toBe(true);
  expect(config.files).toContain('!node_modules/**/*');
  expect(config.asarUnpack).toEqual(['node_modules/better-sqlite3/prebuilds/*.node']);
  expect(readdirSync(join(ROOT, 'node_modules/better-sqlite3/prebuilds'))).toContain(
    'linux-x64.node',
  );
});

test('installers for three systems', () => {
  const targets = [config.win, config.mac, config.linux].flatMap(
    (system) => (system?.target ?? []) as { target: string }[],
  );
  expect(targets.map(({ target }) => target)).toEqual(['nsis', 'dmg', 'AppImage', 'deb']);
});

test('the icon is a PNG of 512 × 512', () => {
  const png = readFileSync(join(ROOT, 'build/icon.png'));
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512]);
});

test('every action of the workflows is pinned to a commit, and may only read unless it must', () => {
  const folder = join(ROOT, '.github/workflows');
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8');
    const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action ?? '');
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
    expect(text).not.toMatch(/pull_request_target|secrets\./);
  }
});

test('Electron is looked for and never fetched', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-'));
  expect(findElectron(folder)).toBeNull();
  writeFileSync(join(folder, 'path.txt'), 'electron');
  expect(findElectron(folder)).toBeNull();
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/electron'), '');
  expect(findElectron(folder)).toBe(join(folder, 'dist/electron'));
});

test('what is missing or older than a source is stale', () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-'));
  const [built, source, inside] = ['built', 'source', 'source/a/b.ts'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  mkdirSync(join(source, 'a'), { recursive: true });
  writeFileSync(inside, '');
  expect(isStale(built, [source])).toBe(true);
  writeFileSync(built, '');
  utimesSync(inside, 1, 1);
  expect(isStale(built, [source])).toBe(false);
  utimesSync(inside, Date.now() / 1000 + 60, Date.now() / 1000 + 60);
  expect(isStale(built, [source])).toBe(true);
  expect(isStale(built, [inside])).toBe(true);
});

test('checksums stand beside the installers as sha256sum writes them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-'));
  writeFileSync(join(folder, 'Attune-1.0.0-linux-x64.deb'), 'abc');
  writeFileSync(join(folder, 'builder-debug.yml'), '');
  expect(readFileSync(await writeChecksums(folder), 'utf8')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  Attune-1.0.0-linux-x64.deb\n',
  );
});
