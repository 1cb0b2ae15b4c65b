import { undoDecision } from './import-draft.ts';
import type { Incoming, IncomingPart, Session, SessionState } from './session.ts';
import type { ChosenFile } from './shell.ts';

type Queue = readonly Incoming[];

let lastId = 0;

/** A file as a table of its own. */
export function incomingOf(file: IncomingPart): Incoming {
  lastId += 1;
  return { ...file, id: lastId };
}

/** The table that the import page shows. */
export function shownIncoming({ importing, incoming }: SessionState): Incoming | undefined {
  return importing.find(({ id }) => id === incoming) ?? importing[0];
}

export function addIncoming(session: Session, files: readonly ChosenFile[]): void {
  const { importing } = session.get();
  const added = files.map(incomingOf);
  session.set({
    view: 'sources',
    importing: [...importing, ...added],
    ...(importing.length === 0 && { incoming: added[0]?.id ?? null }),
  });
}

/** Takes a table out of the queue; files that no other table needs are let go of. */
export function dropIncoming(session: Session, id: number): void {
  const { importing, incoming } = session.get();
  const at = importing.findIndex((unit) => unit.id === id);
  const gone = importing[at];
  if (gone === undefined) return;
  const left = importing.filter((unit) => unit.id !== id);
  const next = left[Math.min(at, left.length - 1)]?.id ?? null;
  session.set({ importing: left, incoming: incoming === id ? next : incoming });
  releaseUnused(session, partsOf(gone));
}

function releaseUnused(session: Session, parts: readonly IncomingPart[]): void {
  const used = new Set(
    session
      .get()
      .importing.flatMap(partsOf)
      .map(({ token }) => token),
  );
  for (const { token } of parts) if (!used.has(token)) void session.shell.release(token);
}

export function partsOf({ id: _, stack = [], ...first }: Incoming): IncomingPart[] {
  return [first, ...stack];
}

/** Several tables of the queue become one, in the place of the first, with their rows under one another. */
export function stackUnits(queue: Queue, ids: readonly number[]): Queue {
  const chosen = queue.filter(({ id }) => ids.includes(id));
  const [first, ...others] = chosen;
  if (first === undefined || others.length === 0) return queue;
  const { stack = [], ...own } = first;
  const one = incomingOf(own);
  const stacked: Incoming = { ...one, stack: [...stack, ...others.flatMap(partsOf)] };
  return queue.flatMap((unit) =>
    unit === first ? [stacked] : chosen.includes(unit) ? [] : [unit],
  );
}

/** A stacked table becomes one table a file or sheet again. */
export function unstackUnit(queue: Queue, id: number): Queue {
  return queue.flatMap((unit) => (unit.id === id ? partsOf(unit).map(incomingOf) : [unit]));
}

/** The sheets of the same workbook that are in the queue, in order of the queue. */
export function sheetUnits(queue: Queue, token: string): Queue {
  return queue.filter((unit) => unit.token === token && unit.stack === undefined);
}

/** "referrals.csv", "outcomes.xlsx, PRFQ", "3 files as one table" */
export function incomingName({ name, sheet, stack }: Incoming): string {
  if (stack !== undefined) {
    const files = new Set([name, ...stack.map((part) => part.name)]);
    return files.size === 1
      ? `${name}, ${stack.length + 1} sheets as one`
      : `${stack.length + 1} files as one table`;
  }
  return sheet === undefined ? name : `${name}, ${sheet}`;
}

/** Takes the last decision about the shown table back; undefined where there is none. */
export function undoOnImportPage(session: Session): (() => void) | undefined {
  const { view, drafts } = session.get();
  const shown = shownIncoming(session.get());
  const draft = shown && drafts[shown.id];
  if (view !== 'sources' || shown === undefined || !draft || draft.past.length === 0) return;
  return () => session.set({ drafts: { ...drafts, [shown.id]: undoDecision(draft) } });
}
