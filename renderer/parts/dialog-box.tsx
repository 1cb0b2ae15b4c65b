import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';

/**
 * A dialog over the window, which Escape and a click beside it close. Inside a `DialogTrigger` its button opens it;
 * elsewhere `isOpen` and `onClose` do.
 */
export function DialogBox({
  look,
  label,
  isAlert = false,
  isOpen,
  onClose,
  children,
}: {
  /** How it looks where it is not a plain one. */
  look?: 'wide' | 'large' | 'large detail' | 'padded' | 'palette' | 'step-dialog';
  /** What it is called where it has no heading. */
  label?: string;
  /** Whether it has to be answered before anything else. */
  isAlert?: boolean;
  isOpen?: boolean;
  onClose?: () => void;
  children: ReactNode | ((dialog: { close: () => void }) => ReactNode);
}) {
  return (
    <ModalOverlay
      className="scrim"
      isDismissable
      {...(isOpen !== undefined && { isOpen })}
      onOpenChange={(open) => !open && onClose?.()}
    >
      <Modal className={look === undefined ? 'dialog' : `dialog ${look}`}>
        <Dialog
          {...(isAlert && { role: 'alertdialog' })}
          {...(label !== undefined && { 'aria-label': label })}
        >
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
