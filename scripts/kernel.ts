import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const SOURCE = join(ROOT, 'src/import/kernel/text-kernel.as.ts');
const BYTES = join(ROOT, 'src/import/kernel/kernel-bytes.ts');
const COMPILER = join(ROOT, 'node_modules/assemblyscript/bin/asc.js');
const LINE = 92;

/** Compiles the kernel; gives the module of TypeScript that holds its bytes. */
export function compiledKernel(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attune-kernel-'));
  try {
    const out = join(folder, 'kernel.wasm');
    const options = [
      '--outFile',
      out,
      '-O3',
      '--noAssert',
      '--runtime',
      'minimal',
      '--enable',
      'simd',
    ];
    execFileSync(process.execPath, [COMPILER, SOURCE, ...options], { stdio: 'inherit' });
    const text = readFileSync(out).toString('base64');
    const lines = text.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
    const parts = lines.map((line) => `  '${line}'`).join(',\n');
    return `/** text-kernel.as.ts as WebAssembly. Made by \`npm run kernel\`. */\nexport const KERNEL = [\n${parts},\n].join('');\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes it beside its source as text, so that it goes wherever the code goes, into a bundle too. */
if (import.meta.main) writeFileSync(BYTES, compiledKernel());
