import { clipboardTable } from './clipboard-table.ts';
import { importPasted } from './project-actions.ts';
import type { Session } from './session.ts';

/** A table that was copied in Excel may be pasted anywhere but into a field. Returns what ends it. */
export function acceptPastes(session: Session): () => void {
  const onPaste = (event: ClipboardEvent) => {
    const isField =
      event.target instanceof Element && event.target.closest('input,textarea,select') !== null;
    if (isField || event.defaultPrevented) return;
    const table = clipboardTable(event.clipboardData);
    if (table === null) return;
    event.preventDefault();
    void importPasted(session, table);
  };
  document.addEventListener('paste', onPaste);
  return () => document.removeEventListener('paste', onPaste);
}
