import type { CallMessage, Delivered, EngineMessage } from '../src/contract/client.ts';
import { METHODS } from '../src/contract/methods.ts';
import { fault } from '../src/engine/dispatch.ts';
import type { EngineCall, EngineHost } from '../src/engine/engine-host.ts';
import type { Artifact } from '../src/model/project.ts';
import { Refusal, type Reply } from '../src/model/refusal.ts';
import type { FileTokens } from './file-tokens.ts';

/** What a call from the window needs of the desktop. */
export interface Desk {
  engine: EngineHost;
  files: FileTokens;
  /** Brings an export to the person: the save dialog. */
  save(artifact: Artifact): Promise<Delivered>;
  /** Calls that run, by the number that the window gave them. */
  running: Map<number, EngineCall>;
  send(message: EngineMessage): void;
}

/** Carries one call to the engine and its answer back. Never rejects. */
export async function answerCall(message: CallMessage, desk: Desk): Promise<void> {
  desk.send({ call: message.call, reply: await replyTo(message, desk) });
}

async function replyTo({ call, method, input }: CallMessage, desk: Desk): Promise<Reply<unknown>> {
  try {
    const running = desk.engine.call(method, desk.files.withPaths(method, input), (progress) =>
      desk.send({ call, progress }),
    );
    desk.running.set(call, running);
    const reply = await running.reply;
    if (!METHODS[method].delivers || 'refused' in reply) return reply;
    return { ok: await desk.save(reply.ok as Artifact) };
  } catch (error) {
    const refusal = error instanceof Refusal ? error : fault(method, error);
    return { refused: refusal.toRecord() };
  } finally {
    desk.running.delete(call);
  }
}
