import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { haveBrowser, NO_BROWSER } from './have-browser.ts';

/** npm test: types, lint, the built window, and every test; the last line counts them all. */
const ROOT = join(import.meta.dirname, '..');

interface Count {
  passed: number;
  failed: number;
}

/** A program of a package here, by the Node that runs this; whether it ended well. */
function run(program: string, ...args: string[]): boolean {
  const path = join(ROOT, 'node_modules/.bin', program);
  const PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`;
  const shell = process.platform === 'win32';
  const env = { ...process.env, PATH };
  return spawnSync(path, args, { cwd: ROOT, stdio: 'inherit', shell, env }).status === 0;
}

function step(name: string, done: boolean): Count {
  if (!done) process.stdout.write(`✗ ${name}\n`);
  return { passed: Number(done), failed: Number(!done) };
}

function types(): boolean {
  return ['tsconfig.json', 'tsconfig.node.json', 'renderer/tsconfig.json', 'test/e2e/tsconfig.json']
    .map((project) => run('tsc', '--noEmit', '-p', project))
    .every(Boolean);
}

function build(): boolean {
  const script = join(ROOT, 'scripts/build-window.ts');
  return spawnSync(process.execPath, [script], { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

function vitest(projects: readonly string[]): Count {
  const folder = mkdtempSync(join(tmpdir(), 'attune-test-'));
  const file = join(folder, 'results.json');
  const chosen = projects.flatMap((project) => ['--project', project]);
  const ended = run(
    'vitest',
    'run',
    ...chosen,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  );
  try {
    const results = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
    const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = results;
    // A file that could not be loaded fails the run without a failed test.
    return { passed, failed: failed === 0 && !ended ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const browser = haveBrowser();
if (browser === null) process.stdout.write(`${NO_BROWSER}\n`);
const counts = [
  step('types', types()),
  step('lint', run('biome', 'check', '--error-on-warnings', '.')),
  step('the window builds', build()),
  ...(browser === null ? [vitest(['unit']), step('a browser for e2e', false)] : [vitest(['*'])]),
];
const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
