import type { History, HistoryEntry, NextChange } from '../model/history.ts';
import type { ProjectInfo } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import { forgetChanges, type KeptChange, readChanges, turnChange } from '../store/changes.ts';
import { countKept } from '../store/hidden-tables.ts';
import { readJournal, writeJournal } from '../store/journal.ts';
import { readSnapshots } from '../store/snapshots.ts';
import { inTransactionNow } from '../store/transaction.ts';
import type { Context } from './context.ts';
import { projectInfo } from './project-info.ts';

/** How much a history after a change shows when nobody said. */
const SHOWN = 200;

export function history(context: Context, { limit }: { limit: number }): History {
  const { db } = context.project;
  const changes = readChanges(db);
  const states = new Map(
    changes.map(({ journalId, undone }): [number, HistoryEntry['state']] => [
      journalId,
      undone ? 'undone' : 'done',
    ]),
  );
  const { hidden, tables } = countKept(db);
  return {
    entries: readJournal(db, limit).map((entry) => ({
      ...entry,
      state: states.get(entry.id) ?? 'settled',
    })),
    undo: asNext(nextOf(changes, 'undo')),
    redo: asNext(nextOf(changes, 'redo')),
    snapshots: readSnapshots(db),
    kept: { tables, rows: hidden },
  };
}

interface Turned {
  project: ProjectInfo;
  sentences: readonly string[];
}

/**
 * Takes the newest change back, or everything back to one.
 * @throws Refusal `nothing-to-undo`, `not-undoable`
 */
export function undo(context: Context, input: { to?: number }): Turned {
  return turn(context, 'undo', input.to);
}

/** @throws Refusal `nothing-to-redo`, `not-undoable` */
export function redo(context: Context, input: { to?: number }): Turned {
  return turn(context, 'redo', input.to);
}

/** Gives up all undo, so that removed personal data are out of the file. */
export function forgetHistory(context: Context): History {
  const { db } = context.project;
  const { tables } = countKept(db);
  inTransactionNow(context.project, () => {
    forgetChanges(db);
    const kept = countKept(db).tables;
    const deleted = `${tables - kept} removed or replaced tables are deleted for good`;
    const pinned = kept > 0 ? `; ${kept} stay for snapshots` : '';
    writeJournal(db, 'forgetHistory', `Gave up every undo so far: ${deleted}${pinned}.`);
  });
  db.exec('VACUUM');
  return history(context, { limit: SHOWN });
}

type Direction = 'undo' | 'redo';

const WORDS = {
  undo: { did: 'Undid', none: 'There is nothing to undo.' },
  redo: { did: 'Did again', none: 'There is nothing to do again.' },
} as const;

function turn(context: Context, direction: Direction, to: number | undefined): Turned {
  const { db } = context.project;
  const chosen = changesUpTo(readChanges(db), direction, to);
  inTransactionNow(context.project, () => {
    for (const change of chosen) {
      turnChange(db, change);
      writeJournal(db, direction, `${WORDS[direction].did}: ${change.sentence}`);
    }
  });
  return { project: projectInfo(context), sentences: chosen.map(({ sentence }) => sentence) };
}

function changesUpTo(
  changes: readonly KeptChange[],
  direction: Direction,
  to: number | undefined,
): KeptChange[] {
  const waiting =
    direction === 'undo'
      ? changes.filter(({ undone }) => !undone).reverse()
      : changes.filter(({ undone }) => undone);
  if (waiting.length === 0) {
    throw new Refusal(`nothing-to-${direction}`, WORDS[direction].none);
  }
  const last = to === undefined ? 0 : waiting.findIndex(({ journalId }) => journalId === to);
  if (last >= 0) return waiting.slice(0, last + 1);
  throw new Refusal('not-undoable', `Entry ${to} of the history changed nothing that is kept.`, {
    hint: 'The history says which entries can be undone, and which can be done again.',
  });
}

function nextOf(changes: readonly KeptChange[], direction: Direction): KeptChange | undefined {
  return direction === 'undo'
    ? changes.findLast(({ undone }) => !undone)
    : changes.find(({ undone }) => undone);
}

function asNext(change: KeptChange | undefined): NextChange | null {
  if (!change) return null;
  const [title = ''] = change.sentence.split(/: |\.$/, 1);
  return { id: change.journalId, title };
}
