import { Button } from 'react-aria-components';
import { count } from '../words.ts';

/** One number of a sum, with its word and a note; the note leads to what is counted. */
export function SumTile({
  n,
  word,
  note,
  tone = 'plain',
  onShow,
}: {
  n: number;
  word: string;
  note: string;
  tone?: 'plain' | 'bad' | 'caution';
  onShow?: (() => void) | undefined;
}) {
  return (
    <div className={TONE[tone]}>
      <b>{count(n)}</b> <span className="w">{word}</span>{' '}
      <span className="note">
        {onShow === undefined ? (
          note
        ) : (
          <Button className="link" onPress={onShow}>
            {note}
          </Button>
        )}
      </span>
    </div>
  );
}

const TONE = { plain: 'tile', bad: 'tile q', caution: 'tile c' };
