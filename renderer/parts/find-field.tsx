import type { KeyboardEvent } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { Icon } from './icon.tsx';

/** A field that narrows what is beside it while one types. */
export function FindField({
  label,
  value,
  onChange,
  keys,
  width,
  autoFocus = false,
  onKeyDown,
}: {
  label: string;
  /** Left out inside what holds the text itself. */
  value?: string;
  onChange?: (text: string) => void;
  keys?: string;
  width?: number;
  autoFocus?: boolean;
  onKeyDown?: (event: KeyboardEvent) => void;
}) {
  return (
    <SearchField
      className="find"
      aria-label={label}
      autoFocus={autoFocus}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange })}
      {...(width === undefined ? {} : { style: { width } })}
    >
      <Icon name="find" />
      <Input
        className="input"
        placeholder={label}
        spellCheck={false}
        autoComplete="off"
        data-find={keys}
        {...(onKeyDown === undefined ? {} : { onKeyDown })}
      />
      <Button aria-label="Clear">
        <Icon name="close" />
      </Button>
      {keys !== undefined && !value && <kbd className="wide">{keys}</kbd>}
    </SearchField>
  );
}
