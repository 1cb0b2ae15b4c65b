import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { UNDO } from '../session.ts';
import { useSelect, useSession } from '../use-session.ts';
import { CrossButton } from './cross-button.tsx';
import { DialogBox } from './dialog-box.tsx';
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
            <CrossButton label="Close this message" onPress={() => session.set({ notice: null })} />
          </>
        )}
      </div>
      <DialogBox label="Refused" isAlert isOpen={refusal !== null} onClose={close}>
        {refusal !== null && <RefusalCard refusal={refusal} onClose={close} />}
      </DialogBox>
    </>
  );
}
