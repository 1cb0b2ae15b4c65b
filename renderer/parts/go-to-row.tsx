import { type RefObject, useState } from 'react';
import { Input, TextField } from 'react-aria-components';

/** The number of a row, and Enter: the grid goes there. */
export function GoToRow({
  of,
  field,
  onGo,
}: {
  of: number;
  field: RefObject<HTMLInputElement | null>;
  onGo: (row: number) => void;
}) {
  const [text, setText] = useState('');
  return (
    <TextField
      className="goto"
      aria-label={`Go to row, 1 to ${of}`}
      value={text}
      onChange={setText}
    >
      <Input
        ref={field}
        className="input"
        inputMode="numeric"
        placeholder="Go to row"
        title="Ctrl G"
        autoComplete="off"
        onKeyDown={(event) => {
          const row = Number(text.replaceAll(/[,\s]/g, ''));
          if (event.key !== 'Enter' || !Number.isInteger(row) || row < 1) return;
          event.preventDefault();
          onGo(row);
        }}
      />
    </TextField>
  );
}
