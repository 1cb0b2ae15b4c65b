import { Input, Label, NumberField } from 'react-aria-components';

/** A small whole number in a line of text. */
export function NumberBox({
  label,
  value,
  min,
  max,
  onChange,
}: {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}) {
  return (
    <NumberField
      className="mini"
      value={value}
      minValue={min}
      maxValue={max}
      onChange={(next) => Number.isFinite(next) && next !== value && onChange(next)}
    >
      <Label>{label}</Label>
      <Input className="input" autoComplete="off" />
    </NumberField>
  );
}
