import { useEffect, useEffectEvent, useState } from 'react';
import type { CallOptions } from '../src/contract/client.ts';
import type { RefusalRecord, Reply } from '../src/model/refusal.ts';

export type Asked<T> =
  | { state: 'waiting' }
  | { state: 'ok'; value: T /** A newer answer is on its way. */; stale: boolean }
  | { state: 'refused'; refusal: RefusalRecord };

/**
 * Asks the engine whenever `key` changes. The last good answer stays until the next one is here,
 * so that nothing jumps; of two answers the newer question wins. `null` asks nothing.
 */
export function useReply<T>(
  key: string | null,
  ask: (options: CallOptions) => Promise<Reply<T>>,
): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ state: 'waiting' });
  const run = useEffectEvent(ask);
  useEffect(() => {
    if (key === null) {
      setAsked({ state: 'waiting' });
      return;
    }
    const control = new AbortController();
    setAsked((before) => (before.state === 'ok' ? { ...before, stale: true } : before));
    run({ signal: control.signal }).then((reply) => {
      if (control.signal.aborted) return;
      setAsked(
        'ok' in reply
          ? { state: 'ok', value: reply.ok, stale: false }
          : { state: 'refused', refusal: reply.refused },
      );
    });
    return () => control.abort();
  }, [key]);
  return asked;
}

/** The value of an answer, or `otherwise` while there is none. */
export function replyValue<T, U>(asked: Asked<T>, otherwise: U): T | U {
  return asked.state === 'ok' ? asked.value : otherwise;
}
