import { useMemo } from 'react';
import type { StaleResult } from '../src/model/stale-result.ts';
import { replyValue, useReply } from './use-reply.ts';
import { useSelect, useSession } from './use-session.ts';

const NONE: readonly StaleResult[] = [];

/** The results whose data or cohort have changed since, by id. */
export function useStaleResults(): ReadonlyMap<string, StaleResult> {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const asked = useReply(`stale ${revision}`, (options) =>
    session.client.staleResults({}, options),
  );
  const stale = replyValue(asked, NONE);
  return useMemo(() => new Map(stale.map((each) => [each.id, each])), [stale]);
}
