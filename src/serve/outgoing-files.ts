import type { Delivered } from '../contract/client.ts';
import type { Artifact } from '../model/project.ts';
import { newSecret } from './secret.ts';

const MOST_KEPT = 8;

/** Exports that wait to be fetched: each once, the oldest makes room. */
export interface OutgoingFiles {
  keep(artifact: Artifact): Delivered;
  take(token: string): Artifact | null;
  clear(): void;
}

export function createOutgoingFiles(): OutgoingFiles {
  const kept = new Map<string, Artifact>();
  return {
    keep(artifact) {
      const [oldest] = kept.keys();
      if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      const token = newSecret();
      kept.set(token, artifact);
      const { name, bytes, about } = artifact;
      const beside = about === undefined ? {} : { about };
      return { name, bytes: bytes.byteLength, token, saved: false, ...beside };
    },
    take(token) {
      const artifact = kept.get(token) ?? null;
      kept.delete(token);
      return artifact;
    },
    clear: () => kept.clear(),
  };
}
