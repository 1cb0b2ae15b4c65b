import { useEffect } from 'react';
import type { RefusalRecord } from '../src/model/refusal.ts';
import type { ImportPreview } from '../src/model/reimport.ts';
import { NEW_DRAFT, previewRequest } from './import-draft.ts';
import { partsOf } from './import-queue.ts';
import type { Incoming, Peek, Session } from './session.ts';
import { useSelect, useSession } from './use-session.ts';

/** Larger files are looked at when somebody goes to them. */
const MOST_BYTES = 60_000_000;

/** Looks at the tables that wait, one after the other, while nothing else is asked of the engine. */
export function usePeeks(
  queue: readonly Incoming[],
  shown: Incoming | undefined,
  isBusy: boolean,
): void {
  const session = useSession();
  const next = useSelect((state) =>
    queue.find((unit) => unit !== shown && state.peeks[unit.id] === undefined && isSmall(unit)),
  );
  useEffect(() => {
    if (next === undefined || isBusy) return;
    const control = new AbortController();
    void look(session, next, control.signal);
    return () => control.abort();
  }, [session, next, isBusy]);
}

async function look(session: Session, unit: Incoming, signal: AbortSignal): Promise<void> {
  const draft = session.get().drafts[unit.id] ?? NEW_DRAFT;
  const reply = await session.client.previewFile(previewRequest(unit, draft), { signal });
  if (signal.aborted || ('refused' in reply && reply.refused.code === 'cancelled')) return;
  keepPeek(session, unit.id, 'ok' in reply ? peekOf(reply.ok) : peekAt(reply.refused));
}

export function peekOf({ decisions, receipt, questions }: ImportPreview): Peek {
  return {
    headers: decisions.columns.map(({ header }) => header),
    rows: receipt.loaded,
    questions: questions.length,
    refused: null,
  };
}

export function peekAt({ message }: RefusalRecord): Peek {
  return { headers: [], rows: 0, questions: 0, refused: message };
}

export function keepPeek(session: Session, id: number, peek: Peek): void {
  session.set({ peeks: { ...session.get().peeks, [id]: peek } });
}

function isSmall(unit: Incoming): boolean {
  return partsOf(unit).reduce((sum, { bytes }) => sum + bytes, 0) <= MOST_BYTES;
}
