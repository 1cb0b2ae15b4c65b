import type { ColumnDecision } from '../../../src/model/importing.ts';
import { count, counted } from '../../words.ts';
import { Pick } from '../pick.tsx';
import { canBeLabelled } from './column-value-labels.tsx';
import type { ChangeColumns } from './shared-codes.tsx';

/** What the values stand for, taken from one column for all: items of one form have the same answers. */
export function SharedLabels({
  chosen,
  onChange,
}: {
  chosen: readonly ColumnDecision[];
  onChange: ChangeColumns;
}) {
  const able = chosen.filter(canBeLabelled);
  const labelled = able.filter(({ values = [] }) => values.length > 0);
  if (labelled.length === 0) return null;
  return (
    <section>
      <h3>
        Value labels{' '}
        <span className="note">
          {count(labelled.length)} of {count(able.length)} have them
        </span>
      </h3>
      <Pick
        label="Value labels of all"
        placeholder="Give all those of one"
        choices={labelled.map(({ position, header, name, values = [] }) => ({
          id: String(position),
          label: header || name,
          note: counted(values.length, 'value'),
        }))}
        value={null}
        onChange={(id) => {
          const from = labelled.find(({ position }) => String(position) === id);
          if (from?.values === undefined) return;
          const { values, header, name } = from;
          onChange(`value labels of ${header || name}`, able, () => ({ values }));
        }}
      />
    </section>
  );
}
