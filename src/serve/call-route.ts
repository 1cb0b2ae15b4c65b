import type { ServerResponse } from 'node:http';
import type { CallMessage as Call, EngineMessage, Progress } from '../contract/client.ts';
import { METHODS, type MethodName } from '../contract/methods.ts';
import { isMethod } from '../engine/check-input.ts';
import { fault } from '../engine/dispatch.ts';
import type { Artifact } from '../model/project.ts';
import { Refusal, type Reply } from '../model/refusal.ts';
import { filesOfCall } from './files-of-call.ts';
import { readJsonBody } from './read-body.ts';
import { begin } from './respond.ts';
import { callKey, type Exchange, type Shell } from './shell.ts';

/** Answers within so many milliseconds are quick. */
const QUICK = 50;

/**
 * POST /api: one call of the contract. Answers with one EngineMessage a line: progress, then the reply.
 * A window that goes away cancels its call.
 */
export async function callRoute({ request, response, shell }: Exchange): Promise<void> {
  const message = checkCall(await readJsonBody(request));
  const { call } = message;
  begin(response, 200, 'application/x-ndjson');
  // A quick answer is one message, head and all; a slow one says at once that it was heard.
  const slow = setTimeout(() => response.flushHeaders(), QUICK);
  const reply = await run(message, shell, response, (progress) => {
    response.write(line({ call, progress }));
  });
  clearTimeout(slow);
  // With the end in one go: a window that has its reply lets go of the connection.
  response.end(line({ call, reply }));
}

function line(message: EngineMessage): string {
  return `${JSON.stringify(message)}\n`;
}

async function run(
  { call, method, input }: Call,
  shell: Shell,
  response: ServerResponse,
  onProgress: (progress: Progress) => void,
): Promise<Reply<unknown>> {
  try {
    const prepared = filesOfCall(method, input, shell);
    const running = shell.engine.call(method, prepared.input, onProgress);
    const key = callKey(shell.door, call);
    shell.running.set(key, running);
    response.on('close', running.cancel);
    const reply = await running.reply;
    shell.running.delete(key);
    prepared.settle(reply);
    return delivered(method, reply, shell);
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.toRecord() };
    return { refused: fault(method, error).toRecord() };
  }
}

/** POST /cancel: asks a call of this session to stop. It still answers. */
export async function cancelRoute({ request, response, shell }: Exchange): Promise<void> {
  const { cancel, ...rest } = await readJsonBody(request);
  if (!isNumber(cancel) || Object.keys(rest).length > 0) throw notACall();
  shell.running.get(callKey(shell.door, cancel))?.cancel();
  begin(response, 200, 'application/json');
  response.end('{}');
}

function checkCall(body: Record<string, unknown>): Call {
  const { call, method, input, ...rest } = body;
  if (isNumber(call) && isMethod(method) && Object.keys(rest).length === 0) {
    return { call, method, input };
  }
  throw notACall();
}

/** An artifact stays here under a token; everything else travels as it is. */
function delivered(method: MethodName, reply: Reply<unknown>, shell: Shell): Reply<unknown> {
  if (!METHODS[method].delivers || 'refused' in reply) return reply;
  return { ok: shell.outgoing.keep(reply.ok as Artifact) };
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function notACall(): Refusal {
  return new Refusal('not-a-call', 'The message is not a call of the contract.');
}
