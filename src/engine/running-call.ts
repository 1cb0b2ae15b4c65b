import type { EngineMessage } from '../contract/client.ts';
import type { Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';

/** Progress is sent at most this often, in milliseconds. */
const PROGRESS_EVERY = 50;

/** The task of one call: tells how far it is, and stops at the next checkpoint once it is cancelled. */
export interface RunningCall extends Task {
  cancel(): void;
  /** @throws Refusal `cancelled` */
  throwIfCancelled(): void;
}

/** @param others whom this call lets pass at every checkpoint, until there are none */
export function runningCall(
  call: number,
  send: (message: EngineMessage) => void,
  others: () => Promise<void> | null = () => null,
): RunningCall {
  let cancelled = false;
  let sentAt = Number.NEGATIVE_INFINITY;

  function throwIfCancelled(): void {
    if (cancelled) throw new Refusal('cancelled', 'Cancelled. Nothing was changed.');
  }

  return {
    cancel() {
      cancelled = true;
    },
    throwIfCancelled,
    progress(done, total, label) {
      const now = performance.now();
      if (now - sentAt < PROGRESS_EVERY && done < total) return;
      sentAt = now;
      send({ call, progress: { done, total, label } });
    },
    async checkpoint() {
      // Lets the event loop take in messages, a cancellation among them.
      await new Promise(setImmediate);
      for (let ahead = others(); ahead !== null; ahead = others()) await ahead;
      throwIfCancelled();
    },
  };
}
