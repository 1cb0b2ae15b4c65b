import type { JournalEntry } from './project.ts';

export interface HistoryEntry extends JournalEntry {
  /** `done`: can be undone. `undone`: can be done again. `settled`: neither, such as an export. */
  state: 'done' | 'undone' | 'settled';
}

export interface History {
  /** Newest first. */
  entries: readonly HistoryEntry[];
  /** What the next undo takes back, and what the next redo does again. */
  undo: NextChange | null;
  redo: NextChange | null;
  snapshots: readonly Snapshot[];
  /** Removed and replaced tables that are still in the file, for undo and snapshots. */
  kept: { tables: number; rows: number };
}

export interface NextChange {
  /** Of the journal entry. */
  id: number;
  /** Its sentence up to the first colon: "Kept the cohort “Under 25”". */
  title: string;
}

export interface Snapshot {
  name: string;
  /** ISO date-time, UTC. */
  at: string;
}
