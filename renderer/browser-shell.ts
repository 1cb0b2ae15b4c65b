import type { CallMessage, CallOptions, Delivered, EngineMessage } from '../src/contract/client.ts';
import type { MethodName } from '../src/contract/methods.ts';
import { aboutName } from '../src/model/project.ts';
import type { Reply } from '../src/model/refusal.ts';
import { createCallSocket } from './call-socket.ts';
import { pickFiles } from './pick-files.ts';
import { readLines } from './read-lines.ts';
import { type ChosenFile, LOST, type Shell } from './shell.ts';

/** Has the browser save content under a name. */
function handOver(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The shell over `attune serve`: same origin, the launch's cookie, and a token in a header. */
export async function browserShell(): Promise<Shell> {
  const session = await fetch('/session.json', { cache: 'no-store' });
  if (!session.ok) throw new Error(`session ${session.status}`);
  const { csrf } = (await session.json()) as { csrf: string };
  const socket = createCallSocket(csrf);
  let tellLost = () => {};
  let last = 0;

  const post = async (path: string, body: BodyInit, type: string): Promise<Response | null> => {
    try {
      return await fetch(path, {
        method: 'POST',
        body,
        headers: { 'content-type': type, 'x-attune-csrf': csrf },
      });
    } catch {
      return null;
    }
  };
  const postJson = (path: string, value: unknown) =>
    post(path, JSON.stringify(value), 'application/json');
  const lost = () => {
    tellLost();
    return LOST;
  };

  async function send(
    method: MethodName,
    input: unknown,
    options: CallOptions,
  ): Promise<Reply<unknown>> {
    last += 1;
    const message = { call: last, method, input };
    if (!socket.isOpen()) return request(message, options);
    const reply = await socket.send(message, options);
    return reply === LOST ? lost() : reply;
  }

  /** A call as a request of its own, where there is no open line. */
  async function request(
    { call, method, input }: CallMessage,
    { onProgress, signal }: CallOptions,
  ): Promise<Reply<unknown>> {
    let open = true;
    signal?.addEventListener('abort', () => {
      if (open) void postJson('/cancel', { cancel: call });
    });
    const response = await postJson('/api', { call, method, input });
    if (!response?.ok || response.body === null) return lost();
    try {
      for await (const line of readLines(response.body)) {
        const message = JSON.parse(line) as EngineMessage;
        if ('reply' in message) {
          open = false;
          return message.reply;
        }
        onProgress?.(message.progress);
      }
    } catch {
      // The stream broke off: the same as a stream that ends without a reply.
    }
    return lost();
  }

  async function takeFile(file: File): Promise<Reply<ChosenFile>> {
    const path = `/upload?name=${encodeURIComponent(file.name)}`;
    const response = await post(path, file, 'application/octet-stream');
    if (response === null) return lost();
    try {
      return (await response.json()) as Reply<ChosenFile>;
    } catch {
      return lost();
    }
  }

  return {
    send,
    takeFile,
    takeText: (name, text) => takeFile(new File([text], name)),
    async release(token) {
      await postJson('/release', { token });
    },
    chooseFiles: async () => Promise.all((await pickFiles()).map(takeFile)),
    async receive({ token, name, about }: Delivered) {
      if (token === null) return true;
      const response = await postJson('/download', { token });
      if (!response?.ok) return false;
      handOver(name, await response.blob());
      if (about !== undefined) handOver(aboutName(name), new Blob([about], { type: 'text/plain' }));
      return true;
    },
    onLost(listener) {
      tellLost = listener;
    },
  };
}
