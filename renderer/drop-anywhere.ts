import { droppedFiles } from './dropped-files.ts';
import { importDropped } from './project-actions.ts';
import type { Session } from './session.ts';

/**
 * Files may be dropped anywhere in the window; left alone, a browser would leave Attune to show them.
 * Heard before anything below, so that no part of a page can keep a drop to itself. Returns what ends it.
 */
export function acceptDrops(session: Session): () => void {
  const page = document.documentElement;
  const onOver = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    page.dataset.drop = '';
  };
  const onLeave = (event: DragEvent) => {
    if (event.relatedTarget === null) delete page.dataset.drop;
  };
  const onDrop = (event: DragEvent) => {
    delete page.dataset.drop;
    if (event.dataTransfer === null || !hasFiles(event)) return;
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then((files) => importDropped(session, files));
  };
  document.addEventListener('dragover', onOver, true);
  document.addEventListener('dragleave', onLeave, true);
  document.addEventListener('drop', onDrop, true);
  return () => {
    document.removeEventListener('dragover', onOver, true);
    document.removeEventListener('dragleave', onLeave, true);
    document.removeEventListener('drop', onDrop, true);
  };
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}
