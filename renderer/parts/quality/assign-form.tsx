import { useId, useState } from 'react';
import {
  Button,
  Dialog,
  DialogTrigger,
  Input,
  Label,
  Popover,
  TextField,
} from 'react-aria-components';
import { count } from '../../words.ts';

/** Who is asked about rows: a site, a service, a person; names that were given before are offered. */
export function AssignForm({
  rows,
  known,
  now,
  onAssign,
}: {
  /** Rows chosen; 0 = all of the finding. */
  rows: number;
  known: readonly string[];
  /** Who is asked about all rows of the finding. */
  now: string | undefined;
  onAssign: (sender: string | null) => void;
}) {
  const [name, setName] = useState('');
  const list = useId();
  const who = name.trim();
  return (
    <DialogTrigger>
      <Button className="btn small" onPress={() => setName(rows === 0 ? (now ?? '') : '')}>
        {rows === 0 && now !== undefined ? `Asked: ${now}` : 'Ask somebody'}
      </Button>
      <Popover className="popover" placement="top start">
        <Dialog className="excuse" aria-label="Who is asked">
          {({ close }) => (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                if (who === '') return;
                onAssign(who);
                close();
              }}
            >
              <TextField className="field" value={name} onChange={setName} autoFocus>
                <Label>Site, service or person</Label>
                <Input className="input" list={list} autoComplete="off" />
              </TextField>
              <datalist id={list}>
                {known.map((each) => (
                  <option key={each} value={each} />
                ))}
              </datalist>
              <p className="note">
                {rows === 0
                  ? 'Asked about every row of this finding, also of later imports.'
                  : `Asked about the ${count(rows)} chosen ${rows === 1 ? 'row' : 'rows'} only.`}
              </p>
              <div className="buttons">
                <Button className="btn primary small" type="submit" isDisabled={who === ''}>
                  Ask
                </Button>
                <Button
                  className="btn small"
                  onPress={() => {
                    onAssign(null);
                    close();
                  }}
                >
                  Nobody in particular
                </Button>
              </div>
            </form>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
