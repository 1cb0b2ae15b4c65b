import type { ReactNode } from 'react';
import { Checkbox, Radio } from 'react-aria-components';

export function Check({
  label,
  isSelected,
  onChange,
  note,
  value,
}: {
  label: ReactNode;
  isSelected?: boolean;
  onChange?: (selected: boolean) => void;
  note?: string | undefined;
  /** Which of a group it is: the group then knows whether it is ticked. */
  value?: string;
}) {
  return (
    <Checkbox
      className="check"
      {...(isSelected === undefined ? {} : { isSelected })}
      {...(onChange === undefined ? {} : { onChange })}
      {...(value === undefined ? {} : { value })}
    >
      <span className="box" />
      <span>{label}</span>
      {note !== undefined && <span className="note">{note}</span>}
    </Checkbox>
  );
}

/** One choice of a RadioGroup. */
export function Way({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Radio className="check" value={value}>
      <span className="box round" />
      {children}
    </Radio>
  );
}
