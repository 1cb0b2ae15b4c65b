import { useState } from 'react';
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { KIND, type Variable } from '../../src/model/variable.ts';
import { Icon, KIND_ICON } from './icon.tsx';

interface VariablePickerProps {
  label: string;
  /** Only a screen reader says the label. */
  hidden?: boolean;
  hint?: string | undefined;
  variables: readonly Variable[];
  value: string | null;
  onChange: (name: string | null) => void;
  placeholder?: string;
  autoFocus?: boolean;
}

/** One variable, found by typing part of its label or name. */
export function VariablePicker(props: VariablePickerProps) {
  const { variables, value, onChange } = props;
  const labelOf = (name: string | null) =>
    variables.find((variable) => variable.name === name)?.label ?? '';
  const [text, setText] = useState(labelOf(value));
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(labelOf(value));
  }
  return (
    <ComboBox
      className="field"
      items={variables.filter((variable) => matches(variable, text, labelOf(value)))}
      inputValue={text}
      onInputChange={(next) => {
        setText(next);
        if (next === '' && value !== null) onChange(null);
      }}
      value={value}
      onChange={(key) => {
        // Null is told when the field is left, or Escape pressed, with nothing chosen.
        const name = key === null ? null : String(key);
        if (name !== null && name !== value) onChange(name);
        setText(labelOf(name));
      }}
      allowsEmptyCollection
      {...(props.hidden ? { 'aria-label': props.label } : {})}
      {...(props.autoFocus ? { autoFocus: true } : {})}
    >
      {!props.hidden && <Label>{props.label}</Label>}
      <div className="combo">
        <Input
          className="input"
          title={labelOf(value)}
          spellCheck={false}
          autoComplete="off"
          placeholder={props.placeholder ?? 'Type to find'}
        />
        <Button aria-label="Show the variables" />
      </div>
      {props.hint !== undefined && (
        <Text slot="description" className="hidden-text">
          {props.hint}
        </Text>
      )}
      <Popover
        className="popover"
        aria-label={`${props.label}: variables`}
        // biome-ignore lint/a11y/useSemanticElements: the component asks for a div
        render={(popover) => <div {...popover} role="region" />}
      >
        <ListBox<Variable>
          className="options"
          renderEmptyState={() => (
            <p className="empty">
              {variables.length === 0 ? 'No variable of this kind' : 'No variable has this name'}
            </p>
          )}
        >
          {(variable) => (
            <ListBoxItem className="option" id={variable.name} textValue={variable.label}>
              <Icon name={KIND_ICON[variable.kind]} />
              <span className="clamp">{variable.label}</span>
              <span className="note right">{KIND[variable.kind].label}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Everything while the text is what is chosen; else whatever holds the text. */
function matches(variable: Variable, text: string, chosen: string): boolean {
  if (text === chosen) return true;
  const wanted = text.trim().toLowerCase();
  return (
    variable.label.toLowerCase().includes(wanted) || variable.name.toLowerCase().includes(wanted)
  );
}
