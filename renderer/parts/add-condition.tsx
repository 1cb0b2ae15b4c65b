import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Condition } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
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
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="btn quiet">Add condition</Button>
      <Popover className="popover padded" placement="bottom start">
        <Dialog aria-label="Add a condition">
          <ConditionForm
            table={table}
            parts={parts}
            onAdd={(part) => {
              onAdd(part);
              setOpen(false);
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
