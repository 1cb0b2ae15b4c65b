import { mustAccept } from './import-drift.ts';
import type { Importing } from './use-import.ts';
import { counted } from './words.ts';

/** What still has to be settled before anything is loaded, in a few words; null when nothing has. */
export function readiness(importing: Importing): string | null {
  const { preview, draft, refusal, isFresh, request, comparison } = importing;
  const { target, contract } = draft;
  if (refusal !== null) return 'The last change cannot be read';
  if (preview === null || !isFresh) return 'Looking…';
  if (preview.questions.length > 0) return counted(preview.questions.length, 'question');
  if (preview.known !== null && !target.again) return 'A known file';
  if (request === null) return 'Say where it goes';
  if (request.mode === 'update' && (request.key?.length ?? 0) === 0) return 'Say what names a row';
  const isUnder = contract !== null || (request.mode ?? 'new') !== 'new';
  const { drift } = preview;
  if (drift !== null && isUnder && mustAccept(drift, contract !== null) && !target.acceptDrift) {
    return 'It differs';
  }
  if (comparison?.state === 'refused') return 'It cannot be compared';
  if (comparison !== null && (comparison.state === 'waiting' || comparison.stale)) {
    return 'Comparing…';
  }
  return null;
}
