import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { HistoryEntry, Snapshot } from '../../../src/model/history.ts';
import { useSession } from '../../use-session.ts';
import { count, dayOf, timeOf } from '../../words.ts';
import { Confirm } from '../confirm.tsx';
import { CrossButton } from '../cross-button.tsx';
import { LiveText } from '../text-field.tsx';

/** The project kept as it was, under names. */
export function Snapshots({
  snapshots,
  entries,
}: {
  snapshots: readonly Snapshot[];
  /** Of the history, newest first. */
  entries: readonly HistoryEntry[];
}) {
  const session = useSession();
  const [name, setName] = useState('');
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    const done = await session.change('Keeping a snapshot', () =>
      session.client.saveSnapshot({ name: wanted }),
    );
    if (done !== undefined) setName('');
  };
  const bringBack = async (wanted: string) => {
    const done = await session.change('Bringing a snapshot back', () =>
      session.client.restoreSnapshot({ name: wanted }),
    );
    if (done !== undefined)
      session.say(`The project is as “${wanted}” has it. This can be undone.`);
  };
  return (
    <section>
      <h2>Snapshots</h2>
      {snapshots.length === 0 && (
        <p className="note">
          The whole project as it is now, under a name; brought back at any time.
        </p>
      )}
      <ul className="snapshots">
        {snapshots.map(({ name: kept, at }) => (
          <li key={kept}>
            <span className="cut" title={kept}>
              {kept}
            </span>
            <span className="note">
              {dayOf(at)}, {timeOf(at)}
            </span>
            <BringBack name={kept} at={at} entries={entries} onBring={() => void bringBack(kept)} />
            <CrossButton
              label={`Remove the snapshot ${kept}`}
              onPress={() =>
                void session.change('Removing a snapshot', () =>
                  session.client.removeSnapshot({ name: kept }),
                )
              }
            />
          </li>
        ))}
      </ul>
      <form className="line" onSubmit={(event) => void keep(event)}>
        <LiveText
          label="Name of the snapshot"
          hidden
          value={name}
          onChange={setName}
          placeholder="Before the next extract"
        />
        <Button type="submit" className="btn" isDisabled={name.trim() === ''}>
          Keep
        </Button>
      </form>
    </section>
  );
}

const SHOWN = 12;

/** Brings a snapshot back once somebody has read what would be taken back by it. */
function BringBack({
  name,
  at,
  entries,
  onBring,
}: {
  name: string;
  at: string;
  entries: readonly HistoryEntry[];
  onBring: () => void;
}) {
  const since = entries.filter((entry) => entry.at > at);
  const undone = since.filter(({ state }) => state === 'done');
  const turned = since.filter(({ action }) => action === 'undo' || action === 'redo').length;
  return (
    <Confirm
      button="Bring back"
      label={`Bring back ${name}`}
      title={`Bring back “${name}”?`}
      leave="Leave it as it is"
      go="Bring back"
      onGo={onBring}
    >
      {undone.length === 0 && turned === 0 ? (
        <p>
          {dayOf(at)}, {timeOf(at)}: nothing was changed since then.
        </p>
      ) : (
        <p>
          {dayOf(at)}, {timeOf(at)}: the project becomes what it was then.{' '}
          {undone.length === 1 && 'This change since then would be taken back:'}
          {undone.length > 1 &&
            `These ${count(undone.length)} changes since then would be taken back:`}
        </p>
      )}
      {undone.length > 0 && (
        <ul className="since">
          {undone.slice(0, SHOWN).map(({ id, at: when, sentence }) => (
            <li key={id}>
              <span className="note">{timeOf(when)}</span> {sentence}
            </li>
          ))}
          {undone.length > SHOWN && (
            <li className="note">and {count(undone.length - SHOWN)} more</li>
          )}
        </ul>
      )}
      {turned > 0 && (
        <p>What was undone or done again since then ({count(turned)}) would be turned round too.</p>
      )}
      <p className="note">This can be undone.</p>
    </Confirm>
  );
}
