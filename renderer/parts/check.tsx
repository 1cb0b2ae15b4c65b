import type { ReactNode } from 'react';
import { Checkbox, Radio } from 'react-aria-components';

export function Check({
  label,
  isSelected,
  onChange,
  note,
}: {
  label: ReactNode;
  isSelected: boolean;
  onChange: (selected: boolean) => void;
  note?: string | undefined;
}) {
  return (
    <Checkbox className="check" isSelected={isSelected} onChange={onChange}>
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
