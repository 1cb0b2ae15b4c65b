import type { Cohort } from './cohort.ts';
import type { TableInfo } from './table.ts';

export const APP_NAME = 'Attune';

export interface ProjectInfo {
  /** File name without folder. */
  name: string;
  title: string;
  bytes: number;
  encrypted: boolean;
  readOnly: boolean;
  createdAt: string;
  tables: readonly TableInfo[];
  cohorts: readonly Cohort[];
  results: number;
}

export interface JournalEntry {
  id: number;
  /** ISO date-time, UTC. */
  at: string;
  /** Method name: "importFile", "analyse". */
  action: string;
  /** "Imported referrals.csv into referrals: 365 of 371 rows." */
  sentence: string;
}

export interface VerifyReport {
  ok: boolean;
  checks: readonly { name: string; ok: boolean; detail: string }[];
}

/** Bytes with a name: what an export makes. The shell decides where they go. */
export interface Artifact {
  name: string;
  mime: string;
  bytes: Uint8Array;
  /** What it cannot say itself, for a file beside it: the same name with `-about.txt` after it. */
  about?: string;
}

/** What the file beside an export is called: "referrals.csv-about.txt". */
export function aboutName(file: string): string {
  return `${file}-about.txt`;
}

/** Lets long work say how far it is, and stop between batches. */
export interface Task {
  progress(done: number, total: number, label: string): void;
  /** Resolves when the work may go on; rejects with the refusal `cancelled` when it was cancelled. */
  checkpoint(): Promise<void>;
}

/** A task nobody watches. */
export const UNWATCHED: Task = { progress() {}, checkpoint: async () => {} };
