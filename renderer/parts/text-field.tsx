import { useEffect, useState } from 'react';
import { FieldError, Input, Label, TextArea, TextField } from 'react-aria-components';

interface TextFieldProps {
  label: string;
  hidden?: boolean;
  value: string;
  /** Told when the field is left, or after Enter in one line. */
  onCommit: (text: string) => void;
  rows?: number;
  placeholder?: string;
  error?: string | undefined;
}

/** Text that counts once it is finished: on Enter, or when the field is left. */
export function CommittedText({ value, onCommit, rows, ...props }: TextFieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    if (text !== value) onCommit(text);
  };
  return (
    <TextField
      className="field"
      value={text}
      onChange={setText}
      onBlur={commit}
      isInvalid={props.error !== undefined}
      {...(props.hidden ? { 'aria-label': props.label } : {})}
    >
      {!props.hidden && <Label>{props.label}</Label>}
      {rows === undefined ? (
        <Input
          className="input"
          spellCheck={false}
          autoComplete="off"
          placeholder={props.placeholder ?? ''}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
        />
      ) : (
        <TextArea className="input" spellCheck={false} autoComplete="off" rows={rows} />
      )}
      <FieldError className="note bad">{props.error}</FieldError>
    </TextField>
  );
}

/** Text that counts with every letter. */
export function LiveText({
  label,
  hidden,
  value,
  onChange,
  placeholder,
  autoFocus,
}: {
  label: string;
  hidden?: boolean;
  value: string;
  onChange: (text: string) => void;
  placeholder?: string;
  autoFocus?: boolean;
}) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      {...(hidden ? { 'aria-label': label } : {})}
      {...(autoFocus ? { autoFocus } : {})}
    >
      {!hidden && <Label>{label}</Label>}
      <Input
        className="input"
        spellCheck={false}
        autoComplete="off"
        placeholder={placeholder ?? ''}
      />
    </TextField>
  );
}
