import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { MethodName } from '../src/contract/methods.ts';
import { withPaths } from '../src/engine/with-paths.ts';
import { Refusal } from '../src/model/refusal.ts';

export interface ChosenFile {
  token: string;
  name: string;
  bytes: number;
}

/** Files that a person chose in a dialog or dropped: the window only ever sees their tokens. */
export interface FileTokens {
  /** @throws Refusal `not-a-file` */
  add(path: string): ChosenFile;
  /**
   * The input of a method with paths where the window sent tokens.
   * @throws Refusal `unknown-file`, `invalid-input`
   */
  withPaths(method: MethodName, input: unknown): unknown;
}

export function createFileTokens(): FileTokens {
  const paths = new Map<string, string>();
  return {
    add(path) {
      const found = statSync(path, { throwIfNoEntry: false });
      if (!found?.isFile()) {
        const where = { file: basename(path) };
        throw new Refusal('not-a-file', 'This is not a file that can be read.', { where });
      }
      const token = randomBytes(32).toString('base64url');
      paths.set(token, path);
      return { token, name: basename(path), bytes: found.size };
    },
    withPaths(method, input) {
      return withPaths(method, input, (token) => {
        const path = paths.get(token);
        if (path !== undefined) return path;
        throw new Refusal('unknown-file', 'This file is no longer at hand.', {
          hint: 'Choose it again.',
        });
      });
    },
  };
}
