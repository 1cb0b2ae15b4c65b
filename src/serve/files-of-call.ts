import { rmSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { METHODS, type MethodName } from '../contract/methods.ts';
import { adoptFile } from '../engine/adopt-file.ts';
import { privateFolder } from '../engine/data-folder.ts';
import { Refusal, type Reply } from '../model/refusal.ts';
import type { Shell } from './shell.ts';

export interface PreparedCall {
  input: unknown;
  /** What becomes of the files once the call is answered. */
  settle(reply: Reply<unknown>): void;
}

type FileShell = Pick<Shell, 'incoming' | 'projectsFolder'>;

/**
 * Puts paths where the window sent tokens. A file that was imported is deleted afterwards; a project
 * that is opened moves into the projects folder, unless it is refused.
 * @throws Refusal `unknown-file`, `invalid-input`
 */
export function filesOfCall(method: MethodName, input: unknown, shell: FileShell): PreparedCall {
  if (METHODS[method].files.length === 0) return { input, settle() {} };
  const { token, rest } = fileIn(input);
  const path = shell.incoming.path(token);

  if (method === 'openProject') {
    const folder = privateFolder(shell.projectsFolder);
    const project = adoptFile(path, folder, basename(path, extname(path)), '.attune');
    shell.incoming.drop(token);
    return { input: { ...rest, file: project }, settle: (reply) => discardRefused(reply, project) };
  }
  return {
    input: { ...rest, file: path },
    settle(reply) {
      if (method === 'importFile' && 'ok' in reply) shell.incoming.drop(token);
    },
  };
}

function fileIn(input: unknown): { token: string; rest: object } {
  const file = typeof input === 'object' && input !== null && 'file' in input ? input.file : null;
  if (typeof file === 'string') return { token: file, rest: input as object };
  throw new Refusal('invalid-input', 'The call names no file.', { where: { option: 'file' } });
}

/** Nothing is left behind of a file that is no project. */
function discardRefused(reply: Reply<unknown>, project: string): void {
  if ('ok' in reply) return;
  for (const end of ['', '-wal', '-shm']) rmSync(project + end, { force: true });
}
