import { Button, DialogTrigger, Popover } from 'react-aria-components';
import type { Condition } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { useSelect, useSession } from '../use-session.ts';
import { ConditionForm } from './condition-form.tsx';

/** The way from a variable, an operator and a value to one more condition. */
export function AddCondition({
  table,
  parts,
  onAdd,
}: {
  table: TableInfo;
  /** Conditions that hold already: the count beside the new one includes them. */
  parts: readonly Condition[];
  onAdd: (part: Condition) => void;
}) {
  const session = useSession();
  const isOpen = useSelect((state) => state.adding);
  const setOpen = (adding: boolean) => session.set({ adding });
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="btn quiet">Add condition</Button>
      <Popover
        className="popover padded roomy"
        placement="bottom start"
        aria-label="Add a condition"
      >
        <ConditionForm
          table={table}
          parts={parts}
          onAdd={(part) => {
            onAdd(part);
            setOpen(false);
          }}
        />
      </Popover>
    </DialogTrigger>
  );
}
