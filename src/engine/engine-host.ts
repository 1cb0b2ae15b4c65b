import type { CallMessage, EngineMessage, Progress } from '../contract/client.ts';
import type { MethodName } from '../contract/methods.ts';
import { Refusal, type Reply } from '../model/refusal.ts';
import type { EngineRequest } from './serve-port.ts';

/** The shell's end of the line to an engine in another thread or process. */
export interface EngineProcess {
  postMessage(message: EngineRequest): void;
  onMessage(listener: (message: EngineMessage) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

export interface EngineCall {
  reply: Promise<Reply<unknown>>;
  cancel(): void;
}

export interface EngineHost {
  call(method: MethodName, input: unknown, onProgress?: (progress: Progress) => void): EngineCall;
  /** Lets the running call end, closes the project, and waits for it; kills the engine after `patience` ms. */
  close(patience?: number): Promise<void>;
}

interface Pending {
  settle(reply: Reply<unknown>): void;
  onProgress: ((progress: Progress) => void) | undefined;
}

/**
 * Starts the engine with the first call and answers every call exactly once: also when the engine dies
 * on the way, which refuses the calls it took with it and starts a new engine for the next one.
 */
export function createEngineHost(spawn: () => EngineProcess): EngineHost {
  const pending = new Map<number, Pending>();
  let engine: EngineProcess | null = null;
  let exited: Promise<void> = Promise.resolve();
  let lastCall = 0;
  let closed = false;

  function hear(message: EngineMessage): void {
    const waiting = pending.get(message.call);
    if (waiting === undefined) return;
    if ('progress' in message) {
      waiting.onProgress?.(message.progress);
    } else {
      pending.delete(message.call);
      waiting.settle(message.reply);
    }
  }

  function running(): EngineProcess {
    if (engine !== null) return engine;
    const started = spawn();
    engine = started;
    started.onMessage(hear);
    exited = new Promise((resolve) => {
      started.onExit(() => {
        engine = null;
        for (const { settle } of pending.values()) settle({ refused: stopped().toRecord() });
        pending.clear();
        resolve();
      });
    });
    return started;
  }

  return {
    call(method, input, onProgress) {
      if (closed) return { reply: Promise.resolve({ refused: stopped().toRecord() }), cancel() {} };
      const port = running();
      const message: CallMessage = { call: ++lastCall, method, input };
      const { call } = message;
      const reply = new Promise<Reply<unknown>>((settle) => {
        pending.set(call, { settle, onProgress });
      });
      port.postMessage(message);
      return { reply, cancel: () => engine?.postMessage({ cancel: call }) };
    },
    async close(patience = 5_000) {
      closed = true;
      const port = engine;
      if (port === null) return exited;
      const late = setTimeout(() => port.kill(), patience);
      port.postMessage({ stop: true });
      await exited;
      clearTimeout(late);
    },
  };
}

function stopped(): Refusal {
  return new Refusal('engine-stopped', 'The engine stopped before it could answer.', {
    hint: 'What was saved is safe. Open the project again.',
  });
}
