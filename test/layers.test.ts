import { describe, expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './helpers/source-files.ts';

/** The import table of ARCHITECTURE.md. A layer may always import itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  import: ['model'],
  columns: ['model'],
  measures: ['model'],
  cohort: ['model', 'columns'],
  analysis: ['model'],
  store: ['model', 'columns', 'cohort'],
  recipe: ['model', 'columns', 'cohort'],
  quality: ['model', 'columns', 'cohort'],
  reimport: ['model', 'columns'],
  chart: ['model'],
  report: ['model', 'chart'],
  contract: ['model'],
  sample: ['model', 'contract'],
  workbench: [
    'model',
    'import',
    'columns',
    'cohort',
    'measures',
    'recipe',
    'quality',
    'reimport',
    'analysis',
    'store',
    'chart',
    'report',
    'contract',
  ],
  engine: ['model', 'contract', 'workbench', 'sample'],
  serve: ['model', 'contract', 'engine', 'workbench'],
  cli: ['model', 'contract', 'workbench', 'serve', 'sample', 'import', 'analysis'],
  electron: ['model', 'contract', 'engine', 'workbench'],
  renderer: ['model', 'contract', 'cohort', 'chart'],
};

/** Packages that may be used, and by whom: one door each. */
const PACKAGES: Record<string, readonly string[]> = {
  'better-sqlite3': ['store'],
  yauzl: ['import'],
  ws: ['serve'],
  exceljs: ['report', 'sample'],
  docx: ['report'],
  valibot: [
    'model',
    'contract',
    'recipe',
    'measures',
    'workbench',
    'cli',
    'engine',
    'serve',
    'electron',
  ],
  react: ['renderer'],
  electron: ['electron'],
};

/** Neither Node nor a network: these layers are pure. */
const PURE = [
  'model',
  'columns',
  'cohort',
  'analysis',
  'measures',
  'recipe',
  'quality',
  'reimport',
  'chart',
  'contract',
  'renderer',
];

/** Files beside src/workbench.ts are part of the composition root. */
function layerOf(path: string): string {
  const parts = path.split('/');
  if (parts[0] !== 'src') return parts[0] ?? '';
  return parts.length === 2 ? 'workbench' : (parts[1] ?? '');
}

const files = sourceFiles();

describe('layers', () => {
  test('every folder has a place in the table', () => {
    const layers = [...new Set(files.map((file) => layerOf(file.path)))];
    expect(layers.filter((layer) => !(layer in MAY_IMPORT))).toEqual([]);
    expect(layers.length).toBeGreaterThan(10);
  });

  test('nothing imports upwards', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter(
          (each) => each.own && !each.target.endsWith('.json') && !each.target.endsWith('.css'),
        )
        .filter((each) => {
          const from = layerOf(file.path);
          const to = layerOf(each.target);
          return from !== to && !MAY_IMPORT[from]?.includes(to);
        })
        .map((each) => `${file.path} imports ${each.target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('packages come in by their own door', () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter((each) => !each.own)
        .filter((each) => {
          const allowed = PACKAGES[each.target.split('/')[0] ?? ''];
          return allowed !== undefined && !allowed.includes(layerOf(file.path));
        })
        .map((each) => `${file.path} imports ${each.target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('pure layers know nothing of Node', () => {
    const wrong = files
      .filter((file) => PURE.includes(layerOf(file.path)) && !file.path.endsWith('vite.config.ts'))
      .flatMap((file) =>
        file.imports
          .filter((each) => each.target.startsWith('node:'))
          .map((each) => `${file.path} imports ${each.target}`),
      );
    expect(wrong).toEqual([]);
  });

  test('only the loopback host and its client know the network', () => {
    const network = /^node:(http|https|http2|net|tls|dgram|dns)/;
    const wrong = files
      .filter((file) => layerOf(file.path) !== 'serve')
      .flatMap((file) =>
        file.imports.filter((each) => network.test(each.target)).map(() => file.path),
      );
    expect(wrong).toEqual([]);
  });

  test('AG Grid and Plotly are imported in one file each', () => {
    for (const name of ['ag-grid-community', 'plotly.js-basic-dist-min']) {
      const users = files.filter((file) =>
        file.imports.some((each) => each.target.startsWith(name) && !each.typeOnly),
      );
      expect(users.length, name).toBeLessThanOrEqual(1);
    }
  });

  test('there is no import cycle at run time', () => {
    expect(cycles(files)).toEqual([]);
  });

  test('the processes of the shells start without the engine, which is another’s', () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    for (const start of ['src/cli/attune.ts', 'src/cli/commands/serve.ts', 'electron/main.ts']) {
      const reached = new Set([start]);
      for (const path of reached) {
        for (const each of byPath.get(path)?.imports ?? []) {
          if (each.own && !each.typeOnly && !each.later) reached.add(each.target);
        }
      }
      expect(reached.size, start).toBeGreaterThan(5);
      expect(reached, start).not.toContain('src/workbench.ts');
    }
  });

  test('there is no any', () => {
    const found = files.filter((file) => /(:|<|\bas)\s*any\b/.test(withoutComments(file.text)));
    expect(found.map((file) => file.path)).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}

function cycles(all: readonly SourceFile[]): string[] {
  const byPath = new Map(all.map((file) => [file.path, file]));
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const each of byPath.get(path)?.imports ?? []) {
      if (each.own && !each.typeOnly && byPath.has(each.target))
        visit(each.target, [...trail, path]);
    }
    state.set(path, 'done');
  };
  for (const { path } of all) visit(path, []);
  return found;
}
