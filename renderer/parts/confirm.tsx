import type { ReactNode } from 'react';
import { Button, DialogTrigger, Heading } from 'react-aria-components';
import { DialogBox } from './dialog-box.tsx';

/** A button that does something only after somebody has read what that means. */
export function Confirm({
  button,
  label,
  title,
  leave = 'Keep it',
  go,
  isReady = true,
  onOpen,
  onGo,
  children,
}: {
  button: string;
  /** What the button is called where its words alone do not say of what. */
  label?: string;
  title: string;
  /** What the two buttons at the end say. */
  leave?: string;
  go: string;
  isReady?: boolean;
  onOpen?: () => void;
  onGo: () => void;
  children: ReactNode;
}) {
  return (
    <DialogTrigger {...(onOpen && { onOpenChange: onOpen })}>
      <Button className="btn small" {...(label !== undefined && { 'aria-label': label })}>
        {button}
      </Button>
      <DialogBox isAlert>
        {({ close }) => (
          <div className="form confirm">
            <Heading slot="title">{title}</Heading>
            {children}
            <div className="buttons">
              <Button className="btn" onPress={close} autoFocus={isReady}>
                {leave}
              </Button>
              <Button
                className="btn primary"
                isDisabled={!isReady}
                onPress={() => {
                  close();
                  onGo();
                }}
              >
                {go}
              </Button>
            </div>
          </div>
        )}
      </DialogBox>
    </DialogTrigger>
  );
}
