import type { StaleResult } from '../src/model/stale-result.ts';
import { replyValue, useReply } from './use-reply.ts';
import { useSelect, useSession } from './use-session.ts';

/** The results whose data or cohort have changed since, by id. */
export function useStaleResults(): ReadonlyMap<string, StaleResult> {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const asked = useReply(`stale ${revision}`, (options) =>
    session.client.staleResults({}, options),
  );
  return new Map(replyValue(asked, []).map((stale) => [stale.id, stale]));
}
