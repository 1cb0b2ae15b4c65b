import type { ReactNode } from 'react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';

export interface Choice<Id extends string = string> {
  id: Id;
  label: string;
  note?: string | undefined;
}

interface PickProps<Id extends string> {
  label: string;
  /** Shows the label above the field; otherwise only a screen reader says it. */
  labelled?: boolean;
  bare?: boolean;
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  placeholder?: string;
  autoFocus?: boolean;
  children?: ReactNode;
}

/** One of a few: a field that opens a list. */
export function Pick<Id extends string>(props: PickProps<Id>) {
  const { label, choices, value, onChange } = props;
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => key !== null && onChange(String(key) as Id)}
      placeholder={props.placeholder ?? 'Choose'}
      {...(props.labelled ? {} : { 'aria-label': label })}
      {...(props.autoFocus ? { autoFocus: true } : {})}
    >
      {props.labelled && <Label>{label}</Label>}
      <Button className={props.bare ? 'pick bare' : 'pick'}>
        <SelectValue className="value">
          {({ selectedText, isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
      </Button>
      <Popover className="popover">
        <ListBox className="options" items={choices}>
          {(choice) => (
            <ListBoxItem className="option" id={choice.id} textValue={choice.label}>
              <span>{choice.label}</span>
              {choice.note !== undefined && <span className="note right">{choice.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
