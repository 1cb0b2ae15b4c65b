import { constants, copyFileSync, linkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../model/refusal.ts';

/**
 * Moves a file into a folder under its own name, or under "name (2)", "name (3)" … where that is taken.
 * Nothing is ever overwritten, also when two do it at once.
 * @returns the new path
 * @throws Refusal `too-many-copies` after 1,000 names
 */
export function adoptFile(path: string, folder: string, stem: string, extension: string): string {
  for (let copy = 1; copy <= 1_000; copy++) {
    const target = join(folder, `${stem}${copy === 1 ? '' : ` (${copy})`}${extension}`);
    if (moveWithoutOverwriting(path, target)) return target;
  }
  throw new Refusal('too-many-copies', `There are 1,000 files named like ${stem}${extension}.`, {
    hint: 'Give the file another name.',
    where: { file: `${stem}${extension}` },
  });
}

function moveWithoutOverwriting(path: string, target: string): boolean {
  try {
    linkSync(path, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // Another disk, or a file system without links.
    if (!copyWithoutOverwriting(path, target)) return false;
  }
  unlinkSync(path);
  return true;
}

function copyWithoutOverwriting(path: string, target: string): boolean {
  try {
    copyFileSync(path, target, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
