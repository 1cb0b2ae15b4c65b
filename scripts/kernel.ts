import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const COMPILER = join(ROOT, 'node_modules/assemblyscript/bin/asc.js');
const LINE = 92;

/** The programs, and what each is compiled with besides what is common to all. */
export const KERNELS: Record<string, readonly string[]> = {
  'src/import/kernel/text-kernel.as.ts': ['--runtime', 'minimal'],
  'src/store/kernel/number-packer.as.ts': ['--runtime', 'stub'],
  // Its caller lays out the memory, from the first byte after the program's own constants.
  'src/columns/kernel/column-kernel.as.ts': ['--runtime', 'stub', '--importMemory'],
};

/** Where the bytes of a program are kept: beside its source. */
export function bytesOf(source: string): string {
  return join(ROOT, dirname(source), 'kernel-bytes.ts');
}

/** Compiles a kernel; gives the module of TypeScript that holds its bytes. */
export function compiledKernel(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'attune-kernel-'));
  try {
    const out = join(folder, 'kernel.wasm');
    const common = ['--outFile', out, '-O3', '--noAssert', '--enable', 'simd'];
    const options = [join(ROOT, source), ...common, ...(KERNELS[source] ?? [])];
    execFileSync(process.execPath, [COMPILER, ...options], { stdio: 'inherit' });
    const text = readFileSync(out).toString('base64');
    const lines = text.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
    const parts = lines.map((line) => `  '${line}'`).join(',\n');
    return `/** ${basename(source)} as WebAssembly. Made by \`npm run kernel\`. */\nexport const KERNEL = [\n${parts},\n].join('');\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes them beside their sources as text, so that they go wherever the code goes, into a bundle too. */
if (import.meta.main) {
  for (const source of Object.keys(KERNELS)) writeFileSync(bytesOf(source), compiledKernel(source));
}
