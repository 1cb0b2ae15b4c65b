import type { ImportDecisions } from '../src/model/importing.ts';
import { decide, NEW_DRAFT } from './import-draft.ts';
import { shownIncoming } from './import-queue.ts';
import type { Session } from './session.ts';
import type { ChosenFile } from './shell.ts';

export interface SavedDecisions {
  name: string;
  decisions: ImportDecisions;
}

export function isDecisionsFile(name: string): boolean {
  return /\.json$/i.test(name);
}

/** The decisions that a file holds; undefined where it was refused. The file is let go of. */
export async function readDecisions(
  session: Session,
  file: ChosenFile,
): Promise<SavedDecisions | undefined> {
  const decisions = await session.ask(`Reading ${file.name}`, () =>
    session.client.readContract({ file: file.token }),
  );
  void session.shell.release(file.token);
  return decisions === undefined ? undefined : { name: file.name, decisions };
}

/** One decision more about a table on its way in: the file is read under these, and nothing else. */
export function underDecisions(saved: SavedDecisions) {
  return {
    label: `decisions of ${saved.name}`,
    decided: { contract: saved, changes: {}, answers: [] },
  };
}

/** Decisions that were dropped: they go to the table in view. */
export async function takeDecisions(session: Session, file: ChosenFile): Promise<void> {
  const unit = shownIncoming(session.get());
  if (unit === undefined) {
    void session.shell.release(file.token);
    session.say(`${file.name} holds decisions. Drop it together with the file to be read by them.`);
    return;
  }
  const saved = await readDecisions(session, file);
  if (saved === undefined) return;
  const { drafts } = session.get();
  const { label, decided } = underDecisions(saved);
  const draft = decide(drafts[unit.id] ?? NEW_DRAFT, label, decided);
  session.set({ drafts: { ...drafts, [unit.id]: draft } });
}
