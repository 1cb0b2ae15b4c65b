import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Snapshot } from '../../../src/model/history.ts';
import { useSession } from '../../use-session.ts';
import { dayOf, timeOf } from '../../words.ts';
import { Icon } from '../icon.tsx';
import { LiveText } from '../text-field.tsx';

/** The project kept as it was, under names. */
export function Snapshots({ snapshots }: { snapshots: readonly Snapshot[] }) {
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
            <Button
              className="btn small"
              aria-label={`Bring back ${kept}`}
              onPress={() => void bringBack(kept)}
            >
              Bring back
            </Button>
            <Button
              className="btn small quiet icon"
              aria-label={`Remove the snapshot ${kept}`}
              onPress={() =>
                void session.change('Removing a snapshot', () =>
                  session.client.removeSnapshot({ name: kept }),
                )
              }
            >
              <Icon name="close" />
            </Button>
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
