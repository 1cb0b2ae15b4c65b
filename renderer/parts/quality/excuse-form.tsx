import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { LiveText } from '../text-field.tsx';

/** Why rows are right though they fail, and until when that holds. */
export function ExcuseForm({
  disabled,
  onExcuse,
}: {
  disabled: boolean;
  onExcuse: (reason: string, until: string | null) => void;
}) {
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const isDate = until === '' || /^\d{4}-\d\d-\d\d$/.test(until);
  return (
    <DialogTrigger>
      <Button className="btn small" isDisabled={disabled}>
        Excuse with reason
      </Button>
      <Popover className="popover" placement="top start">
        <Dialog className="excuse" aria-label="Excuse rows">
          {({ close }) => (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                if (reason.trim() === '' || !isDate) return;
                onExcuse(reason.trim(), until === '' ? null : until);
                close();
              }}
            >
              <LiveText label="Reason" value={reason} onChange={setReason} autoFocus />
              <LiveText
                label="Until (blank: for good)"
                value={until}
                placeholder="2024-07-01"
                onChange={setUntil}
              />
              <p className="note">
                Listed, but counts as right, as long as the cells are what they are now.
              </p>
              <Button
                className="btn primary small"
                type="submit"
                isDisabled={reason.trim() === '' || !isDate}
              >
                Excuse
              </Button>
            </form>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
