import type { Delivered, EngineMessage, Progress } from '../src/contract/client.ts';
import type { Reply } from '../src/model/refusal.ts';
import type { ChosenFile, Shell } from './shell.ts';

/** What the desktop preload exposes: messages in, messages out, and nothing of Node. */
export interface Bridge {
  call(method: string, input: unknown, id: number): void;
  onMessage(listener: (message: EngineMessage) => void): void;
  cancel(id: number): void;
  chooseFiles(): Promise<ChosenFile[]>;
  fileFor(file: File): Promise<Reply<ChosenFile>>;
  takeText(name: string, text: string): Promise<Reply<ChosenFile>>;
}

interface Waiting {
  settle(reply: Reply<unknown>): void;
  onProgress: ((progress: Progress) => void) | undefined;
}

/** The shell over the desktop's bridge: one pending entry a call, settled by its reply. */
export function desktopShell(bridge: Bridge): Shell {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  bridge.onMessage((message) => {
    const entry = waiting.get(message.call);
    if (entry === undefined) return;
    if ('progress' in message) {
      entry.onProgress?.(message.progress);
      return;
    }
    waiting.delete(message.call);
    entry.settle(message.reply);
  });
  return {
    send(method, input, { onProgress, signal }) {
      last += 1;
      const id = last;
      signal?.addEventListener('abort', () => {
        if (waiting.has(id)) bridge.cancel(id);
      });
      return new Promise((settle) => {
        waiting.set(id, { settle, onProgress });
        bridge.call(method, input, id);
      });
    },
    async chooseFiles() {
      return (await bridge.chooseFiles()).map((ok) => ({ ok }));
    },
    takeFile: (file) => bridge.fileFor(file),
    takeText: (name, text) => bridge.takeText(name, text),
    async release() {},
    receive: async (_: Delivered) => true,
    onLost() {},
  };
}
