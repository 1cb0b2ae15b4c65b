import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { buildWindow } from './build-window.ts';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'dist/electron');

/**
 * Everything is bundled but Electron itself and the driver of the database, which finds its native code
 * beside its own files. exceljs and docx stay chunks of their own, loaded when a report is written.
 */
const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node24',
  external: ['electron', 'better-sqlite3'],
  legalComments: 'linked',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** CommonJS packages inside an ES module still call require() for Node's own modules. */
const REQUIRE = {
  js: "import { createRequire as attuneRequire } from 'node:module'; const require = attuneRequire(import.meta.url);",
};

/** Builds the desktop's entry points into dist/electron. */
export async function buildDesktop(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  await build({
    ...COMMON,
    entryPoints: {
      main: 'electron/main.ts',
      engine: 'electron/engine.ts',
      // A thread of the engine: found beside it by its name.
      'column-reader': 'src/import/column-reader.ts',
    },
    outdir: OUT,
    format: 'esm',
    splitting: true,
    banner: REQUIRE,
  });
  // A sandboxed preload is CommonJS and may not load other files.
  await build({
    ...COMMON,
    entryPoints: ['electron/preload.ts'],
    outfile: join(OUT, 'preload.cjs'),
    format: 'cjs',
  });
}

if (import.meta.main) {
  await buildWindow({ always: true });
  await buildDesktop();
  process.stdout.write('Built dist/renderer and dist/electron.\n');
}
