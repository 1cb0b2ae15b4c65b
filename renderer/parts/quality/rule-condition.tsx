import { useState } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import type { Condition } from '../../../src/model/condition.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { chipWords } from '../../cohort-words.ts';
import { useSelect } from '../../use-session.ts';
import { ConditionForm } from '../condition-form.tsx';
import { CrossButton } from '../cross-button.tsx';

/** Which rows a rule asks: any condition that a cohort can have, typed or chosen from lists. */
export function RuleCondition({
  label,
  table,
  value,
  onChange,
}: {
  label: string;
  table: TableInfo;
  value: Condition | undefined;
  onChange: (condition: Condition | undefined) => void;
}) {
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const [isOpen, setOpen] = useState(false);
  const words = value === undefined ? null : chipWords(value, table, tables);
  return (
    <fieldset className="rulecondition" aria-label={label}>
      <span className="react-aria-Label" aria-hidden="true">
        {label}
      </span>
      <div className="line">
        <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
          <Button
            className={words === null ? 'btn small' : 'btn small said'}
            aria-label={words === null ? `${label}: add a condition` : `${label}: ${words}`}
          >
            {words ?? 'Add a condition'}
          </Button>
          <Popover className="popover padded roomy" placement="left top" aria-label={label}>
            <ConditionForm
              table={table}
              parts={[]}
              start={value ?? null}
              onAdd={(condition) => {
                onChange(condition);
                setOpen(false);
              }}
            />
          </Popover>
        </DialogTrigger>
        {words !== null && (
          <CrossButton
            label={`Take the condition of “${label}” out`}
            onPress={() => onChange(undefined)}
          />
        )}
      </div>
    </fieldset>
  );
}
