import type { CallMessage, CallOptions, EngineMessage } from '../src/contract/client.ts';
import type { Reply } from '../src/model/refusal.ts';
import { LOST } from './shell.ts';

/** A line to the engine that stays open: a call over it takes a quarter of the time of a request. */
export interface CallSocket {
  isOpen(): boolean;
  /** Asks; a line that breaks off answers that the engine was lost. */
  send(message: CallMessage, options: CallOptions): Promise<Reply<unknown>>;
}

interface Waiting {
  settle(reply: Reply<unknown>): void;
  onProgress: CallOptions['onProgress'];
}

/** Opens the line in the name of the session that `csrf` is of. Where it cannot be had, it is never open. */
export function createCallSocket(csrf: string): CallSocket {
  const waiting = new Map<number, Waiting>();
  const socket = new WebSocket(`ws://${location.host}/socket`, ['attune', csrf]);
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data as string) as EngineMessage;
    const caller = waiting.get(message.call);
    if ('progress' in message) {
      caller?.onProgress?.(message.progress);
    } else {
      waiting.delete(message.call);
      caller?.settle(message.reply);
    }
  });
  socket.addEventListener('close', () => {
    for (const { settle } of waiting.values()) settle(LOST);
    waiting.clear();
  });
  return {
    isOpen: () => socket.readyState === WebSocket.OPEN,
    send: (message, { onProgress, signal }) =>
      new Promise((settle) => {
        const { call } = message;
        waiting.set(call, { settle, onProgress });
        signal?.addEventListener('abort', () => {
          if (waiting.has(call)) socket.send(JSON.stringify({ cancel: call }));
        });
        socket.send(JSON.stringify(message));
      }),
  };
}
