import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './source-files.ts';

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command line as a user does: another process, exit code and both streams. */
export function attune(args: readonly string[], cwd: string): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'src/cli/attune.mjs'), ...args],
    { cwd, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return { code: status, stdout, stderr };
}
