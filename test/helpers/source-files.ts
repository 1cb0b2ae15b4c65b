import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  path: string;
  lines: number;
  text: string;
  /** Modules it imports: own files as repository paths, packages by name. `typeOnly` leaves no trace at run time; `later` is not imported with the file. */
  imports: readonly { target: string; typeOnly: boolean; own: boolean; later: boolean }[];
}

/** Every source file of the product. */
export function sourceFiles(): SourceFile[] {
  return ['src', 'electron', 'renderer'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|tsx|mjs|cts)$/.test(file) && !file.includes('node_modules'))
      .map((file) => readSource(join(folder, file))),
  );
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?([^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+\.ts)['"]/g;

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const imports = [...text.matchAll(IMPORT)].map((match) => {
    const name = match[3] ?? match[4] ?? match[5] ?? '';
    const own = name.startsWith('.');
    // AssemblyScript adds the ending itself.
    const file = name.endsWith('.as') ? `${name}.ts` : name;
    const target = own ? slashes(normalize(join(dirname(path), file))) : name;
    const named = /^\{([^}]*)\}/.exec((match[2] ?? '').trim())?.[1];
    const everyTypeOnly = named?.split(',').every((each) => /^\s*(type\s|$)/.test(each)) ?? false;
    const later = match[3] === undefined;
    return { target, typeOnly: Boolean(match[1]) || everyTypeOnly, own, later };
  });
  return { path: slashes(path), lines: text.split('\n').length - 1, text, imports };
}

function slashes(path: string): string {
  return relative('.', path).replaceAll('\\', '/');
}
