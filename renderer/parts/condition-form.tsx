import type { FormEvent } from 'react';
import { Button } from 'react-aria-components';
import type { Condition } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { useConditionEntry } from '../use-condition-entry.ts';
import { ConditionEntry } from './condition-entry.tsx';

/** Puts a condition together: in words or from lists, of one part or of groups. */
export function ConditionForm({
  table,
  parts,
  start = null,
  onAdd,
}: {
  table: TableInfo;
  /** Conditions that hold already: the count beside the new one includes them. */
  parts: readonly Condition[];
  /** A condition to change; without it a new one is made. */
  start?: Condition | null;
  onAdd: (part: Condition) => void;
}) {
  const entry = useConditionEntry(table, start, parts);
  const { whole, next, size } = entry;
  const canAdd = whole !== null && size.state !== 'refused';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canAdd) onAdd(whole);
  };
  return (
    <form className="form" onSubmit={submit}>
      <ConditionEntry table={table} entry={entry} autoFocus onWhole={onAdd} />
      <div className="buttons">
        <Button type="submit" className="btn primary" isDisabled={!canAdd}>
          {start === null ? 'Add condition' : 'Change condition'}
        </Button>
        <Button
          className="btn"
          isDisabled={next === null || size.state === 'refused'}
          onPress={() => next !== null && entry.gather(next)}
        >
          And another
        </Button>
      </div>
    </form>
  );
}
