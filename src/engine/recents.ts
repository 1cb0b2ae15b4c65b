import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { RecentProject } from '../contract/session.ts';

const LONGEST_LIST = 30;

export interface RecentEntry {
  path: string;
  /** ISO date-time, UTC. */
  openedAt: string;
  bytes: number;
  detail: string;
}

/** The list of recent projects, newest first, in one JSON file. A file that cannot be read counts as empty. */
export function readRecents(file: string): RecentEntry[] {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(stored) ? stored.filter(isEntry).slice(0, LONGEST_LIST) : [];
  } catch {
    return [];
  }
}

/** Replaces the list in one step, so that a crash leaves the old or the new one. Only the owner can read it. */
export function writeRecents(file: string, entries: readonly RecentEntry[]): void {
  const beside = `${file}.${randomUUID()}`;
  try {
    writeFileSync(beside, `${JSON.stringify(entries.slice(0, LONGEST_LIST), null, 2)}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** The list with this project at its head. */
export function withRecent(entries: readonly RecentEntry[], entry: RecentEntry): RecentEntry[] {
  return [entry, ...entries.filter(({ path }) => path !== entry.path)].slice(0, LONGEST_LIST);
}

/** Stable and without the path in it: what the window sends back to open one. */
export function recentId(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

/** An entry as the Start page shows it: with its size now, or the reason why it cannot be opened. */
export function describeRecent(entry: RecentEntry): RecentProject {
  const { bytes, gone } = look(entry);
  return {
    id: recentId(entry.path),
    name: basename(entry.path, '.attune'),
    folder: dirname(entry.path),
    openedAt: entry.openedAt,
    bytes,
    gone,
    detail: entry.detail,
  };
}

function look({ path, bytes }: RecentEntry): { bytes: number; gone: string | null } {
  const file = kindOf(path);
  if (file.kind === 'file') return { bytes: file.bytes, gone: null };
  if (file.kind === 'other') return { bytes, gone: 'There is a folder in its place' };
  if (file.kind === 'closed') return { bytes, gone: 'Its folder may not be read' };
  if (kindOf(dirname(path)).kind === 'other')
    return { bytes, gone: 'The file was moved or deleted' };
  return { bytes, gone: 'Its folder or drive is not there' };
}

type Found = { kind: 'file'; bytes: number } | { kind: 'other' | 'closed' | 'none' };

function kindOf(path: string): Found {
  try {
    const found = statSync(path);
    return found.isFile() ? { kind: 'file', bytes: found.size } : { kind: 'other' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return { kind: code === 'EACCES' || code === 'EPERM' ? 'closed' : 'none' };
  }
}

function isEntry(value: unknown): value is RecentEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { path, openedAt, bytes, detail } = value as Partial<Record<keyof RecentEntry, unknown>>;
  return (
    typeof path === 'string' &&
    typeof openedAt === 'string' &&
    typeof bytes === 'number' &&
    typeof detail === 'string'
  );
}
