import { useState } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import type { Condition } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { ConditionForm } from './condition-form.tsx';

/** A condition in a chip, which opens to be changed. */
export function EditCondition({
  table,
  condition,
  words,
  others,
  onChange,
}: {
  table: TableInfo;
  condition: Condition;
  words: string;
  /** Conditions that hold beside it. */
  others: readonly Condition[];
  onChange: (condition: Condition) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="cut" aria-label={`Change the condition ${words}`}>
        {words}
      </Button>
      <Popover
        className="popover padded roomy"
        placement="bottom start"
        aria-label="Change a condition"
      >
        <ConditionForm
          table={table}
          parts={others}
          start={condition}
          onAdd={(next) => {
            onChange(next);
            setOpen(false);
          }}
        />
      </Popover>
    </DialogTrigger>
  );
}
