import type { Condition } from '../src/model/condition.ts';
import type { Session } from './session.ts';

/** A change of the conditions that are not saved yet, and what they were before it. */
export interface DraftStep {
  table: string;
  /** As undo names it: "Status is Attended". */
  words: string;
  draft: readonly Condition[];
}

export interface DraftHistory {
  past: readonly DraftStep[];
  next: readonly DraftStep[];
}

export const NO_HISTORY: DraftHistory = { past: [], next: [] };

/** Steps that are kept. */
const MOST = 200;

/** Changes the draft of a table so that it can be undone by name. */
export function changeDraft(
  session: Pick<Session, 'get' | 'set'>,
  table: string,
  draft: readonly Condition[],
  words: string,
): void {
  const { draft: before, drafted } = session.get();
  const past = [...drafted.past, { table, words, draft: before }].slice(-MOST);
  session.set({ draft, drafted: { past, next: [] } });
}

/** The step that undo would take back, or redo take again, on the table that is open. */
export function draftStep(
  { drafted }: { drafted: DraftHistory },
  way: 'undo' | 'redo',
  table: string | undefined,
): DraftStep | undefined {
  const step = (way === 'undo' ? drafted.past : drafted.next).at(-1);
  return step?.table === table ? step : undefined;
}

/** Takes the last step back, or takes it again; the step must be that of `draftStep`. */
export function stepDraft(session: Pick<Session, 'get' | 'set'>, way: 'undo' | 'redo'): void {
  const { draft, drafted } = session.get();
  const { past, next } = drafted;
  const step = (way === 'undo' ? past : next).at(-1);
  if (step === undefined) return;
  const now = { ...step, draft };
  session.set({
    draft: step.draft,
    drafted:
      way === 'undo'
        ? { past: past.slice(0, -1), next: [...next, now] }
        : { past: [...past, now], next: next.slice(0, -1) },
  });
}
