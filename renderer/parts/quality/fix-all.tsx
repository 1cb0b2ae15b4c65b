import { useState } from 'react';
import { Button } from 'react-aria-components';
import { replyValue, useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { PrefilledStep } from './prefilled-step.tsx';

/** The step that puts right everything a rule found, where there is an obvious one. */
export function FixAll({ rule }: { rule: string }) {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const [isOpen, setOpen] = useState(false);
  const asked = useReply(JSON.stringify(['fix', rule, revision]), (options) =>
    session.client.suggestFix({ rule }, options),
  );
  const fix = replyValue(asked, null);
  if (fix === null) return null;
  return (
    <>
      <Button className="btn small" onPress={() => setOpen(true)}>
        Fix all like this
      </Button>
      {isOpen && <PrefilledStep {...fix} onClose={() => setOpen(false)} />}
    </>
  );
}
