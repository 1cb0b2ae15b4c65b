import { useEffect, useState } from 'react';
import { Button, Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { UNDO } from '../session.ts';
import { useSelect, useSession } from '../use-session.ts';
import { Icon } from './icon.tsx';
import { RefusalCard } from './refusal-card.tsx';

const SHOWN = 8_000;

/** What has just happened, said once and politely; and a refusal that needs an answer. */
export function Notices() {
  const session = useSession();
  const notice = useSelect((state) => state.notice);
  const refusal = useSelect((state) => state.refusal);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (notice === null || isHeld) return;
    const timer = setTimeout(() => session.set({ notice: null }), SHOWN);
    return () => clearTimeout(timer);
  }, [notice, isHeld, session]);
  const close = () => session.set({ refusal: null });
  return (
    <>
      <div
        role="status"
        className={notice === null ? '' : 'notice'}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
      >
        {notice !== null && (
          <>
            <span>{notice.text}</span>
            {notice.then !== undefined && (
              <Button
                className="btn small"
                onPress={() => {
                  notice.then?.run();
                  session.set({ notice: null });
                }}
              >
                {notice.then.label}
                {notice.then.label === UNDO && <kbd>Ctrl Z</kbd>}
              </Button>
            )}
            <Button
              className="btn small quiet icon"
              aria-label="Close this message"
              onPress={() => session.set({ notice: null })}
            >
              <Icon name="close" />
            </Button>
          </>
        )}
      </div>
      <ModalOverlay
        className="scrim"
        isDismissable
        isOpen={refusal !== null}
        onOpenChange={(open) => !open && close()}
      >
        <Modal className="dialog">
          <Dialog role="alertdialog" aria-label="Refused">
            {refusal !== null && <RefusalCard refusal={refusal} onClose={close} />}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
