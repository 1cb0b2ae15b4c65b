import type { Variable } from '../../../../src/model/variable.ts';
import { NumberBox } from '../../number-box.tsx';
import { VariablesPicker } from '../../variables-picker.tsx';

export interface Near {
  variables: readonly string[];
  edits?: number;
}

/** Texts that may differ a little in rows that are the same all the same. */
export function NearField({
  label,
  variables,
  value,
  onChange,
}: {
  label: string;
  variables: readonly Variable[];
  value: Near | undefined;
  onChange: (value: Near | undefined) => void;
}) {
  return (
    <>
      <VariablesPicker
        option={{ type: 'variables', key: 'near', label, help: '', kinds: [], min: 0, max: 20 }}
        variables={variables}
        value={value?.variables ?? []}
        onChange={(names) =>
          onChange(names.length === 0 ? undefined : { ...value, variables: names })
        }
      />
      {value !== undefined && (
        <NumberBox
          label="Letters that may differ"
          value={value.edits ?? 1}
          min={1}
          max={3}
          onChange={(edits) => onChange({ ...value, edits })}
        />
      )}
    </>
  );
}
