import type { Result } from '../../src/model/result.ts';
import { ResultNotes } from './result-notes.tsx';

/** The notes nobody may miss: assumptions, cautions, what was not computed. */
export function ResultCautions({ result }: { result: Result }) {
  const notes = result.notes.filter(({ kind }) => kind !== 'note');
  const refused = result.estimates.some((estimate) => estimate.refused !== undefined);
  return notes.length === 0 && !refused ? null : <ResultNotes result={{ ...result, notes }} />;
}
