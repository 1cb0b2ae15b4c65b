import { importDropped } from './project-actions.ts';
import type { Session } from './session.ts';

/**
 * Files may be dropped anywhere in the window; left alone, a browser would leave Attune to show them.
 * Returns what ends it.
 */
export function acceptDrops(session: Session): () => void {
  const onOver = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    void importDropped(session, files);
  };
  document.addEventListener('dragover', onOver);
  document.addEventListener('drop', onDrop);
  return () => {
    document.removeEventListener('dragover', onOver);
    document.removeEventListener('drop', onDrop);
  };
}
