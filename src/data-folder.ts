import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where Attune keeps new projects, the sample and the list of recent projects: ATTUNE_HOME, or Attune in the home folder. */
export function dataFolder(environment: Record<string, string | undefined> = process.env): string {
  const chosen = environment.ATTUNE_HOME;
  return chosen ? resolve(chosen) : join(homedir(), 'Attune');
}

/** Makes a folder that only its owner can look into, with its parents. */
export function privateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}
