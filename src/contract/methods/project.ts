import * as v from 'valibot';
import type { History } from '../../model/history.ts';
import type { Artifact, JournalEntry, ProjectInfo, VerifyReport } from '../../model/project.ts';
import { DELIVER, type MethodsOf, nothing, READ, WRITE } from '../method-record.ts';
import { count, entries, name } from '../schemas/plain.ts';

/** The project as a whole: what it is, its history, undo and snapshots. */
export interface ProjectMethods {
  project(input: Record<string, never>): ProjectInfo;
  journal(input: { limit: number }): readonly JournalEntry[];
  /** Everything that was done, newest first, what of it can be undone and redone, and the snapshots. */
  history(input: { limit: number }): History;
  /** Takes the newest change back, or all back to one: that entry of the history and everything after it. */
  undo(input: { to?: number }): { project: ProjectInfo; sentences: readonly string[] };
  /** Does again what was undone last, or all up to one entry of the history. */
  redo(input: { to?: number }): { project: ProjectInfo; sentences: readonly string[] };
  /** Keeps the project as it is under a name. */
  saveSnapshot(input: { name: string }): History;
  /** Puts the whole project back as a snapshot has it; that can be undone. */
  restoreSnapshot(input: { name: string }): ProjectInfo;
  removeSnapshot(input: { name: string }): History;
  /** Gives up every undo, and deletes for good the removed tables that were kept for it. */
  forgetHistory(input: Record<string, never>): History;
  /** The history as a text to read, or as JSON. */
  exportHistory(input: { format: 'txt' | 'json' }): Promise<Artifact>;
  verify(input: Record<string, never>): VerifyReport;
}

export const PROJECT_METHODS = {
  project: { ...READ, input: nothing },
  journal: {
    ...READ,
    input: v.strictObject({ limit: entries }),
  },
  history: { ...READ, input: v.strictObject({ limit: entries }) },
  undo: { ...WRITE, input: v.strictObject({ to: v.exactOptional(count) }) },
  redo: { ...WRITE, input: v.strictObject({ to: v.exactOptional(count) }) },
  saveSnapshot: { ...WRITE, input: v.strictObject({ name }) },
  restoreSnapshot: { ...WRITE, input: v.strictObject({ name }) },
  removeSnapshot: { ...WRITE, input: v.strictObject({ name }) },
  forgetHistory: { ...WRITE, input: nothing },
  exportHistory: {
    ...DELIVER,
    input: v.strictObject({ format: v.picklist(['txt', 'json']) }),
  },
  verify: { ...READ, input: nothing },
} as const satisfies MethodsOf<ProjectMethods>;
