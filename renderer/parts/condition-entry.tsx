import type { TableInfo } from '../../src/model/table.ts';
import { chipWords } from '../cohort-words.ts';
import type { ConditionEntry as Entry } from '../use-condition-entry.ts';
import { useSelect } from '../use-session.ts';
import { count } from '../words.ts';
import { ConditionBuilder } from './condition-builder.tsx';
import { ConditionTree } from './condition-tree.tsx';
import { TypedCondition } from './typed-condition.tsx';

/** A condition put together: its parts so far, and the next in words or from lists. */
export function ConditionEntry({
  table,
  entry,
  autoFocus = false,
  onWhole,
}: {
  table: TableInfo;
  entry: Entry;
  autoFocus?: boolean;
  /** One of the nearest was taken where there is nothing yet: it is the whole. */
  onWhole?: (condition: NonNullable<Entry['whole']>) => void;
}) {
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const { group, typed, whole, size } = entry;
  return (
    <>
      {group !== null && (
        <ConditionTree
          table={table}
          // A part that is written anew is shown as it will be: what is done to others keeps it.
          condition={entry.editing === null ? group : (whole ?? group)}
          onChange={entry.setGroup}
          target={entry.target}
          onTarget={entry.setTarget}
          editing={entry.editing}
          onEdit={entry.edit}
        />
      )}
      <TypedCondition
        table={table}
        label={entry.editing === null ? 'In words' : 'In other words'}
        text={typed}
        autoFocus={autoFocus}
        onText={entry.setTyped}
        onUnderstand={entry.setUnderstood}
        onTake={(part) => {
          if (group === null && onWhole) onWhole(part);
          else entry.gather(part);
        }}
      />
      {typed.trim() === '' && (
        <ConditionBuilder key={entry.turn} table={table} onChange={entry.setBuilt} />
      )}
      <p className="note said" aria-live="polite">
        {size.state === 'ok' && whole !== null && (
          <>
            {chipWords(whole, table, tables)}: <b>{count(size.value.n)}</b> of{' '}
            {count(size.value.of)} {table.unit}
          </>
        )}
        {size.state === 'refused' && <span className="bad">{size.refusal.message}</span>}
      </p>
    </>
  );
}
