import { Button } from 'react-aria-components';
import type { HistoryEntry } from '../../../src/model/history.ts';
import { redoChange, undoChange } from '../../change-actions.ts';
import { useSession } from '../../use-session.ts';
import { dayOf, timeOf } from '../../words.ts';

/** Everything that was done, the newest first, by day. */
export function Entries({ entries }: { entries: readonly HistoryEntry[] }) {
  const days = Object.entries(Object.groupBy(entries, ({ at }) => dayOf(at)));
  return days.map(([day, ofDay = []]) => (
    <section key={day} aria-label={day}>
      <h2>{day}</h2>
      <ol className="entries">
        {ofDay.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  ));
}

function Entry({ entry: { id, at, sentence, state } }: { entry: HistoryEntry }) {
  const session = useSession();
  return (
    <li className={state}>
      <time className="note" dateTime={at}>
        {timeOf(at)}
      </time>
      <span>
        {sentence}
        {state === 'undone' && <span className="tag">undone</span>}
      </span>
      {state === 'done' && (
        <Button
          className="btn small quiet"
          aria-label={`Undo back to here: ${sentence}`}
          onPress={() => void undoChange(session, id)}
        >
          Undo to here
        </Button>
      )}
      {state === 'undone' && (
        <Button
          className="btn small quiet"
          aria-label={`Redo up to here: ${sentence}`}
          onPress={() => void redoChange(session, id)}
        >
          Redo to here
        </Button>
      )}
    </li>
  );
}
