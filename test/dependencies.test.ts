import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, sourceFiles } from './helpers/source-files.ts';

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

interface Lock {
  packages: Record<string, { version?: string; resolved?: string; integrity?: string }>;
}

const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const manifest = read('package.json') as Manifest;
const lock = read('package-lock.json') as Lock;

describe('dependencies', () => {
  test('have exact versions', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies };
    const loose = Object.entries(all).filter(
      ([, version]) => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test('are used by the product, or they go', () => {
    const imported = new Set(
      sourceFiles().flatMap((file) =>
        file.imports.filter((each) => !each.own).map((each) => each.target),
      ),
    );
    const unused = Object.keys(manifest.dependencies).filter(
      (name) => ![...imported].some((target) => target === name || target.startsWith(`${name}/`)),
    );
    expect(unused).toEqual([]);
  });

  test('are locked with their checksum and come from the registry alone', () => {
    const wrong = Object.entries(lock.packages).filter(
      ([path, { integrity, resolved }]) =>
        path !== '' &&
        (!integrity?.startsWith('sha512-') ||
          (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))),
    );
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  test('each stands on the page of dependencies, with its version', () => {
    const page = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');
    const named = [...page.matchAll(/^\| `([^`]+)` \| ([\d.]+) \|/gm)].map((match) => [
      match[1],
      match[2],
    ]);
    const installed = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).map(
      ([name, version]) => [name, version.replace(/^.*@/, '')],
    );
    expect(named.toSorted()).toEqual(installed.toSorted());
  });
});
