import type { ReactNode } from 'react';
import type { Asked } from '../use-reply.ts';
import { RefusalCard } from './refusal-card.tsx';
import { Skeleton } from './skeleton.tsx';

/** The three outcomes of a question to the engine: still coming, refused, here. */
export function Answer<T>({
  asked,
  lines,
  children,
}: {
  asked: Asked<T>;
  lines?: number;
  children: (value: T, stale: boolean) => ReactNode;
}) {
  if (asked.state === 'waiting') return <Skeleton {...(lines === undefined ? {} : { lines })} />;
  if (asked.state === 'refused') return <RefusalCard refusal={asked.refusal} />;
  return <>{children(asked.value, asked.stale)}</>;
}
