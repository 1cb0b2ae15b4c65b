import type { CallMessage, Progress } from '../contract/client.ts';
import { METHODS, type MethodName } from '../contract/methods.ts';
import { isMethod } from '../engine/check-input.ts';
import { fault } from '../engine/dispatch.ts';
import type { EngineCall } from '../engine/engine-host.ts';
import type { Artifact } from '../model/project.ts';
import { Refusal, type Reply } from '../model/refusal.ts';
import { filesOfCall } from './files-of-call.ts';
import type { Shell } from './shell.ts';

/** Whoever asked, over whichever line. */
export interface Caller {
  onProgress(progress: Progress): void;
  /** The call is on its way and can be cancelled. */
  onStart(call: EngineCall): void;
}

/** Runs a call of the contract: with paths where the window sent tokens, and exports kept under theirs. */
export async function runCall(
  { method, input }: CallMessage,
  shell: Shell,
  caller: Caller,
): Promise<Reply<unknown>> {
  try {
    const prepared = filesOfCall(method, input, shell);
    const running = shell.engine.call(method, prepared.input, caller.onProgress);
    caller.onStart(running);
    const reply = await running.reply;
    prepared.settle(reply);
    return delivered(method, reply, shell);
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.toRecord() };
    return { refused: fault(method, error).toRecord() };
  }
}

/** @throws Refusal `not-a-call` */
export function checkCall(body: Record<string, unknown>): CallMessage {
  const { call, method, input, ...rest } = body;
  if (isCallNumber(call) && isMethod(method) && Object.keys(rest).length === 0) {
    return { call, method, input };
  }
  throw notACall();
}

/** The number of the call that is to stop. @throws Refusal `not-a-call` */
export function checkCancel({ cancel, ...rest }: Record<string, unknown>): number {
  if (isCallNumber(cancel) && Object.keys(rest).length === 0) return cancel;
  throw notACall();
}

/** An artifact stays here under a token; everything else travels as it is. */
function delivered(method: MethodName, reply: Reply<unknown>, shell: Shell): Reply<unknown> {
  if (!METHODS[method].delivers || 'refused' in reply) return reply;
  return { ok: shell.outgoing.keep(reply.ok as Artifact) };
}

function isCallNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function notACall(): Refusal {
  return new Refusal('not-a-call', 'The message is not a call of the contract.');
}
