import { rmSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { MethodName } from '../contract/methods.ts';
import { privateFolder } from '../data-folder.ts';
import { adoptFile } from '../engine/adopt-file.ts';
import { tokenIn, withPaths } from '../engine/with-paths.ts';
import type { Reply } from '../model/refusal.ts';
import type { Shell } from './shell.ts';

export interface PreparedCall {
  input: unknown;
  /** What becomes of the files once the call is answered. */
  settle(reply: Reply<unknown>): void;
}

type FileShell = Pick<Shell, 'incoming' | 'projectsFolder'>;

/**
 * Puts paths where the window sent tokens. Files stay until the window lets go of them; a project that
 * is opened moves into the projects folder, unless it is refused.
 * @throws Refusal `unknown-file`, `invalid-input`
 */
export function filesOfCall(method: MethodName, input: unknown, shell: FileShell): PreparedCall {
  if (method !== 'openProject') {
    return { input: withPaths(method, input, (token) => shell.incoming.path(token)), settle() {} };
  }
  const token = tokenIn(input, 'file');
  const path = shell.incoming.path(token);
  const folder = privateFolder(shell.projectsFolder);
  const project = adoptFile(path, folder, basename(path, extname(path)), '.attune');
  shell.incoming.drop(token);
  return {
    input: { ...(input as object), file: project },
    settle: (reply) => discardRefused(reply, project),
  };
}

/** Nothing is left behind of a file that is no project. */
function discardRefused(reply: Reply<unknown>, project: string): void {
  if ('ok' in reply) return;
  for (const end of ['', '-wal', '-shm']) rmSync(project + end, { force: true });
}
