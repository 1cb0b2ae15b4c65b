import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analysesPage } from '../scripts/analyses-page.ts';
import { analysisPages } from '../scripts/analysis-pages.ts';
import { measuresPage } from '../scripts/measures-page.ts';
import { allCommands } from '../src/cli/commands.ts';
import { STEPS } from '../src/recipe/steps.ts';
import { ROOT } from './helpers/source-files.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const pages = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

describe('documentation', () => {
  test('every command is described, with its usage, and none that is not there', async () => {
    const commands = await allCommands();
    const page = read('docs/command-line.md').replaceAll('\\|', '|');
    for (const { name, usage } of commands) {
      const short = usage.replace(/ --to FILE[^\s\]]*/, ' --to FILE');
      expect(page).toContain(`\`attune ${name} ${short}\``);
    }
    const named = [...page.matchAll(/^\| `attune (\w+)/gm)].map((match) => match[1]);
    expect(named.toSorted()).toEqual(commands.map((command) => command.name).toSorted());
  });

  test('every cleaning step is described, and none that is not there', () => {
    const named = [...read('docs/evaluation-files.md').matchAll(/^\| `([a-z-]+)` \|/gm)];
    expect(named.map((match) => match[1]).toSorted()).toEqual(Object.keys(STEPS).toSorted());
  });

  test('the page of analyses is made from their descriptions', () => {
    expect(read('docs/analyses.md'), 'run: npm run docs').toBe(analysesPage());
  });

  test('the page of measures is made from the library', () => {
    expect(read('docs/measures.md'), 'run: npm run docs').toBe(measuresPage());
  });

  test('so is the page of each analysis, and its worked example is run again', () => {
    const made = analysisPages();
    for (const [path, page] of made) {
      expect(read(join('docs', path)), 'run: npm run docs').toBe(page);
    }
    const there = readdirSync(join(ROOT, 'docs/analyses')).map((name) => `analyses/${name}`);
    expect(there.toSorted()).toEqual([...made.keys()].toSorted());
  });

  test('every npm script that is named exists', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const page of pages) {
      for (const match of read(page).matchAll(/npm run (?:--silent )?([a-z]+)/g)) {
        expect(Object.keys(scripts), `${page}: ${match[0]}`).toContain(match[1]);
      }
    }
  });

  test('every link between pages leads somewhere', () => {
    for (const page of pages) {
      for (const [, target = ''] of read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)) {
        expect(existsSync(join(ROOT, dirname(page), target)), `${page} → ${target}`).toBe(true);
      }
    }
  });
});
