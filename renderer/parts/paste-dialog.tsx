import { useState } from 'react';
import { Button, Heading, Label, TextArea, TextField } from 'react-aria-components';
import { clipboardTable } from '../clipboard-table.ts';
import { importPasted } from '../project-actions.ts';
import { useSelect, useSession } from '../use-session.ts';
import { DialogBox } from './dialog-box.tsx';

/** Where a table that was copied elsewhere is pasted. */
export function PasteDialog() {
  const session = useSession();
  const isOpen = useSelect((state) => state.pasting);
  const [isNone, setNone] = useState(false);
  const close = () => {
    setNone(false);
    session.set({ pasting: false });
  };
  return (
    <DialogBox isOpen={isOpen} onClose={close}>
      <div className="form confirm">
        <Heading slot="title">Paste a table</Heading>
        <p>
          Copy the cells in Excel, headings and all, and press Ctrl+V here. They are read as they
          were shown there: a number that was shown rounded arrives rounded.
        </p>
        <TextField className="field" autoFocus isInvalid={isNone}>
          <Label>Pasted cells</Label>
          <TextArea
            className="input"
            rows={4}
            value=""
            spellCheck={false}
            onChange={() => undefined}
            onPaste={(event) => {
              event.preventDefault();
              const table = clipboardTable(event.clipboardData);
              setNone(table === null);
              if (table === null) return;
              close();
              void importPasted(session, table);
            }}
          />
        </TextField>
        <p className="note bad" role="status">
          {isNone && 'This is no table: it needs a row of headings and at least one more row.'}
        </p>
        <div className="buttons">
          <Button className="btn" onPress={close}>
            Close
          </Button>
        </div>
      </div>
    </DialogBox>
  );
}
