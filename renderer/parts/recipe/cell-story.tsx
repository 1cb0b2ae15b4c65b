import type { TableInfo } from '../../../src/model/table.ts';
import { useDebounced } from '../../use-debounced.ts';
import { useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';

/** How the selected cell came to be, from the text in the file on. */
export function CellStory({
  table,
  row,
  variable,
}: {
  table: TableInfo;
  row: number;
  variable: string;
}) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const rested = useDebounced(JSON.stringify([table.name, table.version, row, variable]), 200);
  const asked = useReply(table.origin.made === 'recipe' ? rested : null, (options) =>
    session.client.cellHistory({ table: table.name, row, variable }, options),
  );
  if (asked.state !== 'ok') return null;
  return (
    <section className="story" aria-label="History of the cell">
      <ol>
        {asked.value.steps.map(({ table: at, what, value, why }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no other name than its place
          <li key={place}>
            <span className={value === null ? 'note' : 'code'}>{value ?? why ?? 'missing'}</span>
            <span className="note">
              {at !== table.name && `${tables.find(({ name }) => name === at)?.label ?? at}: `}
              {what}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
