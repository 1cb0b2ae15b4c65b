import type { Variable } from '../../../../src/model/variable.ts';
import { nameFrom } from '../../../step-lines.ts';
import { CommittedText } from '../../text-field.tsx';
import { VariablesPicker } from '../../variables-picker.tsx';

export interface Brought {
  variable: string;
  name?: string;
  label?: string;
}

/** Variables of the other table, each of which may get another name here. */
export function BringField({
  label,
  variables,
  value,
  onChange,
}: {
  label: string;
  variables: readonly Variable[];
  value: readonly Brought[];
  onChange: (value: readonly Brought[]) => void;
}) {
  const labelOf = (name: string) => variables.find((each) => each.name === name)?.label ?? name;
  const rename = (variable: string, words: string) =>
    onChange(
      value.map((each) => {
        if (each.variable !== variable) return each;
        return words.trim() === '' || words === labelOf(variable)
          ? { variable }
          : { variable, name: nameFrom(words), label: words.trim() };
      }),
    );
  return (
    <>
      <VariablesPicker
        option={{ type: 'variables', key: 'bring', label, help: '', kinds: [], min: 1, max: 2_000 }}
        variables={variables}
        value={value.map(({ variable }) => variable)}
        onChange={(names) =>
          onChange(
            names.map((name) => value.find((each) => each.variable === name) ?? { variable: name }),
          )
        }
      />
      {value.map(({ variable, label: called }) => (
        <CommittedText
          key={variable}
          label={`${labelOf(variable)} is called here`}
          value={called ?? labelOf(variable)}
          onCommit={(words) => rename(variable, words)}
        />
      ))}
    </>
  );
}
