import type { EngineMessage } from '../contract/client.ts';
import { readJsonBody } from './read-body.ts';
import { begin } from './respond.ts';
import { checkCall, checkCancel, runCall } from './run-call.ts';
import { callKey, type Exchange } from './shell.ts';

/** Answers within so many milliseconds are quick. */
const QUICK = 50;

/**
 * POST /api: one call of the contract. Answers with one EngineMessage a line: progress, then the reply.
 * A window that goes away cancels its call. Windows call over their socket (call-socket.ts) where they have
 * one, which takes a quarter of the time.
 */
export async function callRoute({ request, response, shell }: Exchange): Promise<void> {
  const message = checkCall(await readJsonBody(request));
  const { call } = message;
  const key = callKey(shell.door, call);
  begin(response, 200, 'application/x-ndjson');
  // A quick answer is one message, head and all; a slow one says at once that it was heard.
  const slow = setTimeout(() => response.flushHeaders(), QUICK);
  const reply = await runCall(message, shell, {
    onProgress: (progress) => response.write(line({ call, progress })),
    onStart(running) {
      shell.running.set(key, running);
      response.on('close', running.cancel);
    },
  });
  shell.running.delete(key);
  clearTimeout(slow);
  // With the end in one go: a window that has its reply lets go of the connection.
  response.end(line({ call, reply }));
}

function line(message: EngineMessage): string {
  return `${JSON.stringify(message)}\n`;
}

/** POST /cancel: asks a call of this session to stop. It still answers. */
export async function cancelRoute({ request, response, shell }: Exchange): Promise<void> {
  const cancel = checkCancel(await readJsonBody(request));
  shell.running.get(callKey(shell.door, cancel))?.cancel();
  begin(response, 200, 'application/json');
  response.end('{}');
}
