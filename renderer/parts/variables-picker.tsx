import { type KeyboardEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { OptionDefinition } from '../../src/model/option.ts';
import type { Variable } from '../../src/model/variable.ts';
import { moved } from '../option-values.ts';
import { CrossButton } from './cross-button.tsx';
import { Icon, KIND_ICON } from './icon.tsx';
import { VariablePicker } from './variable-picker.tsx';

/** Several variables in an order: add by typing, move with Alt and the arrows, remove with Delete. */
export function VariablesPicker({
  option,
  variables,
  value,
  onChange,
}: {
  option: Extract<OptionDefinition, { type: 'variables' }>;
  variables: readonly Variable[];
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
}) {
  /** A new picker for each addition: empty, closed, and with the focus. */
  const [added, setAdded] = useState(0);
  const label = option.min === 0 ? `${option.label} (optional)` : option.label;
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && step !== undefined) {
      event.preventDefault();
      onChange(moved(value, at, at + step));
    } else if (event.key === 'Delete') {
      onChange(value.filter((_, place) => place !== at));
    }
  };
  return (
    <fieldset className="manyvars">
      <span className="react-aria-Label" aria-hidden="true">
        {label}
      </span>
      {value.length > 0 && (
        <ol aria-label={option.label}>
          {value.map((name, at) => {
            const variable = variables.find((entry) => entry.name === name);
            const words = variable?.label ?? name;
            return (
              <li key={name} className="line" onKeyDown={(event) => onKeyDown(event, at)}>
                {variable !== undefined && <Icon name={KIND_ICON[variable.kind]} />}
                <span className="clamp" title={words}>
                  {words}
                </span>
                <span className="right line">
                  {value.length > 1 && (
                    <Button
                      className="btn small quiet icon"
                      aria-label={`Move ${words} up`}
                      isDisabled={at === 0}
                      onPress={() => onChange(moved(value, at, at - 1))}
                    >
                      <Icon name="up" />
                    </Button>
                  )}
                  <CrossButton
                    label={`Remove ${words}`}
                    onPress={() => onChange(value.filter((other) => other !== name))}
                  />
                </span>
              </li>
            );
          })}
        </ol>
      )}
      <VariablePicker
        key={added}
        autoFocus={added > 0}
        label={label}
        hidden
        hint={option.help}
        variables={variables.filter(({ name }) => !value.includes(name))}
        value={null}
        placeholder={value.length >= option.max ? `${option.max} at most` : 'Type to add'}
        onChange={(name) => {
          if (name === null || value.length >= option.max) return;
          onChange([...value, name]);
          setAdded(added + 1);
        }}
      />
    </fieldset>
  );
}
