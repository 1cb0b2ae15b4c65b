import type { Note, Result } from '../../src/model/result.ts';
import { RichText } from './rich-text.tsx';

const SIGNS: Record<Note['kind'], { sign: string; word: string; tone: string }> = {
  note: { sign: '·', word: 'Note', tone: '' },
  caution: { sign: '!', word: 'Caution', tone: 'caution' },
  assumption: { sign: '≈', word: 'Assumption', tone: '' },
  refused: { sign: '✕', word: 'Not computed', tone: 'bad' },
};

/** What one has to know before quoting the result. */
export function ResultNotes({ result }: { result: Result }) {
  const refused = refusals(result);
  if (result.notes.length + refused.length === 0) {
    return <p className="note notes">There is nothing to add to this result.</p>;
  }
  return (
    <ul className="notes">
      {result.notes.map((note) => (
        <li key={note.text}>
          <b className={SIGNS[note.kind].tone}>
            <span aria-hidden="true">{SIGNS[note.kind].sign}</span> {SIGNS[note.kind].word}
          </b>
          <span>
            <RichText text={note.text} />
            {note.citation !== undefined && (
              <span className="note">
                {' '}
                <RichText text={note.citation} />
              </span>
            )}
          </span>
        </li>
      ))}
      {refused.map(({ why, labels }) => (
        <li key={why}>
          <b className="bad">
            <span aria-hidden="true">✕</span> Not computed
          </b>
          <span>
            {labels.join(', ')}: {why}.
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What was not computed, by the reason. */
function refusals({ estimates }: Result): { why: string; labels: readonly string[] }[] {
  const reasons = new Map<string, string[]>();
  for (const { refused, label } of estimates) {
    if (refused === undefined) continue;
    const why = refused.replace(/\.$/, '');
    reasons.set(why, [...(reasons.get(why) ?? []), label]);
  }
  return [...reasons].map(([why, labels]) => ({ why, labels }));
}
