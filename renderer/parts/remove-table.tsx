import { useSelect, useSession } from '../use-session.ts';
import { counted } from '../words.ts';
import { Confirm } from './confirm.tsx';

/** Takes a table out of the project. The file it came from stays, so it can be imported again. */
export function RemoveTable({ table }: { table: string }) {
  const session = useSession();
  const info = useSelect((state) => state.project)?.tables.find(({ name }) => name === table);
  if (info === undefined) return null;
  const remove = async () => {
    const done = await session.change(`Removing ${info.label}`, () =>
      session.client.removeTable({ table }),
    );
    if (done === undefined) return;
    session.set({ receipt: null, table: null, draft: [] });
    session.say(`Removed ${info.label}. Its file was not touched and can be imported again.`);
  };
  return (
    <Confirm
      button="Remove from the project"
      title={`Remove ${info.label}?`}
      go="Remove"
      onGo={() => void remove()}
    >
      <p>
        {counted(info.rows, 'row')} leave the project. The file they came from stays as it is and
        can be imported again.
      </p>
    </Confirm>
  );
}
