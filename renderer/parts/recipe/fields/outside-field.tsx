import { LiveText } from '../../text-field.tsx';

type Bound = string | number;

export interface Outside {
  low?: Bound;
  high?: Bound;
}

/** Bounds of a number or a date: what lies outside is told as text, as it was written. */
export function OutsideField({
  value,
  onChange,
}: {
  value: Outside | undefined;
  onChange: (value: Outside | undefined) => void;
}) {
  const put = (key: 'low' | 'high', text: string) => {
    const { [key]: _, ...rest } = value ?? {};
    const next = text.trim() === '' ? rest : { ...rest, [key]: text.trim() };
    onChange(Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <div className="range">
      <LiveText
        label="What is below (optional)"
        value={String(value?.low ?? '')}
        placeholder="12 or 2015-04-01"
        onChange={(text) => put('low', text)}
      />
      <LiveText
        label="What is above (optional)"
        value={String(value?.high ?? '')}
        placeholder="60 or 2024-03-31"
        onChange={(text) => put('high', text)}
      />
    </div>
  );
}
