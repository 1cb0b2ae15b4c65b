import type { AnalysisSpec, Result } from '../src/model/result.ts';
import { useDebounced } from './use-debounced.ts';
import { type Asked, useReply } from './use-reply.ts';
import { useSelect, useSession } from './use-session.ts';

const REST = 200;

/** What a form would come to, computed as it changes and kept nowhere; a newer question ends the older one. */
export function usePreview(spec: AnalysisSpec | null): Asked<Result> {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const wanted = spec === null ? null : JSON.stringify(spec);
  const rested = useDebounced(wanted, REST);
  const key = wanted === null || rested === null ? null : `${revision} ${rested}`;
  return useReply(key, (options) =>
    session.client.tryAnalysis({ spec: JSON.parse(rested ?? '') as AnalysisSpec }, options),
  );
}
