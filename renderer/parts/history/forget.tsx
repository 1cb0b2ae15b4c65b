import { useState } from 'react';
import type { History } from '../../../src/model/history.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { counted } from '../../words.ts';
import { Confirm } from '../confirm.tsx';
import { LiveText } from '../text-field.tsx';

/** What undo keeps in the file, and the one thing that cannot be undone: giving it up. */
export function Forget({ kept }: { kept: History['kept'] }) {
  const session = useSession();
  const project = useSelect((state) => state.project?.title) ?? '';
  const [typed, setTyped] = useState('');
  const forget = async () => {
    const done = await session.change('Giving up undo', () => session.client.forgetHistory({}));
    if (done !== undefined) session.say('Removed tables are deleted, and the file is compacted.');
  };
  return (
    <section>
      <h2>Kept for undo</h2>
      <p className="note">
        {kept.tables === 0
          ? 'No removed or replaced table is in the file.'
          : `${counted(kept.tables, 'removed or replaced table')} with ${counted(kept.rows, 'row')} are still in the file, so that they can come back.`}
      </p>
      <Confirm
        button="Give up undo"
        title="Give up every undo so far?"
        leave="Keep undo"
        go="Give up undo"
        isReady={typed.trim() === project}
        onOpen={() => setTyped('')}
        onGo={() => void forget()}
      >
        <p>
          Removed and replaced tables are deleted for good and overwritten in the file; those of
          snapshots stay. The history itself stays. This cannot be undone.
        </p>
        <LiveText
          label={`The project’s name, ${project}`}
          value={typed}
          onChange={setTyped}
          autoFocus
        />
      </Confirm>
    </section>
  );
}
