import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { count } from '../words.ts';

/** One of very few, all in view. */
export function Segments<Id extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  label: string;
  choices: readonly { id: Id; label: string; n?: number }[];
  /** Null: none of them. */
  value: Id | null;
  onChange: (id: Id) => void;
}) {
  return (
    <ToggleButtonGroup
      className="seg"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection={value !== null}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        for (const key of keys) onChange(String(key) as Id);
      }}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.id} id={choice.id}>
          {choice.label}
          {choice.n !== undefined && <small className="wide">{count(choice.n)}</small>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
