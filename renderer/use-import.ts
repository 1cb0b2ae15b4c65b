import { createContext, use, useEffect, useState } from 'react';
import type { CallOptions } from '../src/contract/client.ts';
import type { RefusalRecord } from '../src/model/refusal.ts';
import type { ImportComparison, ImportPreview, ImportRequest } from '../src/model/reimport.ts';
import {
  type Decided,
  decide,
  type ImportDraft,
  importRequest,
  NEW_DRAFT,
  previewRequest,
  type Target,
  undoDecision,
} from './import-draft.ts';
import type { Incoming, Session } from './session.ts';
import { useDebounced } from './use-debounced.ts';
import { type Asked, useReply } from './use-reply.ts';
import { useSelect, useSession } from './use-session.ts';

/** One table on its way in: what was decided, what comes of it, and the ways to decide otherwise. */
export interface Importing {
  unit: Incoming;
  draft: ImportDraft;
  /** The last preview that could be made; null before the first. */
  preview: ImportPreview | null;
  /** Why what is decided now cannot be read. */
  refusal: RefusalRecord | null;
  /** The preview shows what would be loaded now. */
  isFresh: boolean;
  /** Null while it is not said what becomes of the rows. */
  request: ImportRequest | null;
  /** What the import would do to a table that is there; null for a new one. */
  comparison: Asked<ImportComparison> | null;
  decide(label: string, more: Partial<Decided>): void;
  undo(): void;
  aim(target: Partial<Target>): void;
  retry(): void;
}

export const ImportContext = createContext<Importing | null>(null);

export function useImport(): Importing {
  const importing = use(ImportContext);
  if (importing === null) throw new Error('useImport outside of the import page');
  return importing;
}

/** The same where there is a preview to show. */
export function useShownImport(): Importing & { preview: ImportPreview } {
  const importing = useImport();
  if (importing.preview === null) throw new Error('nothing to show yet');
  return importing as Importing & { preview: ImportPreview };
}

/** Names a table in the queue; another sheet is another table. */
export function unitKey({ id, sheet = '' }: Incoming): string {
  return `${id} ${sheet}`;
}

export function useImporting(unit: Incoming): Importing {
  const session = useSession();
  const draft = useSelect((state) => state.drafts[unit.id]) ?? NEW_DRAFT;
  const project = useSelect((state) => state.project);
  const [tries, setTries] = useState(0);
  const which = unitKey(unit);
  const wanted = JSON.stringify([which, previewRequest(unit, draft)]);
  const rested = useDebounced(wanted, 150);
  const asked = useReply(`${tries} ${rested}`, async ({ signal }) => {
    const look = (options: CallOptions) =>
      session.client.previewFile(previewRequest(unit, draft), options);
    return { ok: { which, reply: await session.follow(`Looking at ${unit.name}`, look, signal) } };
  });
  // The answer about another table says nothing about this one.
  const reply = asked.state === 'ok' && asked.value.which === which ? asked.value.reply : null;
  const shown = reply !== null && 'ok' in reply ? reply.ok : null;
  const [last, setLast] = useState<{ which: string; preview: ImportPreview } | null>(null);
  useEffect(() => {
    if (shown !== null) setLast({ which, preview: shown });
  }, [which, shown]);
  const preview = shown ?? (last?.which === which ? last.preview : null);
  const isFresh = shown !== null && asked.state === 'ok' && !asked.stale && rested === wanted;
  const taken = project?.tables.map(({ name }) => name) ?? [];
  const request = preview === null ? null : importRequest(unit, draft, preview, taken);
  const comparison = useComparison(session, request, isFresh && preview?.questions.length === 0);
  const update = (change: (draft: ImportDraft) => ImportDraft) => {
    const { drafts } = session.get();
    session.set({ drafts: { ...drafts, [unit.id]: change(drafts[unit.id] ?? NEW_DRAFT) } });
  };
  return {
    unit,
    draft,
    preview,
    refusal: reply !== null && 'refused' in reply ? reply.refused : null,
    isFresh,
    request,
    comparison,
    decide: (label, more) => update((before) => decide(before, label, more)),
    undo: () => update(undoDecision),
    aim: (target) => update((before) => ({ ...before, target: { ...before.target, ...target } })),
    retry: () => setTries(tries + 1),
  };
}

/** Asked again with every change, also of what is not accepted yet: the drift is told beside it. */
function useComparison(
  session: Session,
  request: ImportRequest | null,
  isReady: boolean,
): Asked<ImportComparison> | null {
  const isIntoTable = request?.mode !== undefined && request.mode !== 'new';
  const isKeyed = request?.mode !== 'update' || (request.key?.length ?? 0) > 0;
  const full =
    request !== null && isIntoTable && isKeyed && isReady
      ? { ...request, acceptDrift: true, again: true }
      : null;
  const asked = useReply(full === null ? null : JSON.stringify(full), ({ signal }) =>
    session.follow(
      'Comparing',
      (options) => session.client.compareImport(full as ImportRequest, options),
      signal,
    ),
  );
  return isIntoTable ? asked : null;
}
