import { randomUUID } from 'node:crypto';
import { METHODS } from '../contract/methods.ts';
import type { Task } from '../model/project.ts';
import { Refusal, type Reply } from '../model/refusal.ts';
import { checkInput, isMethod } from './check-input.ts';
import type { EngineSession } from './session.ts';

/** Where the stack of a fault goes. It never travels to the window: it may hold data. */
export type ReportFault = (text: string) => void;

const toStderr: ReportFault = (text) => process.stderr.write(`${text}\n`);

type Handler = (input: unknown, task: Task) => unknown;

/**
 * Runs one call of the contract. Never rejects: a refusal is a value, and any other throw becomes the
 * refusal `internal-error` with an incident number, under which the stack stands on stderr.
 */
export async function dispatch(
  engine: EngineSession,
  message: { method: unknown; input: unknown },
  task: Task,
  reportFault: ReportFault = toStderr,
): Promise<Reply<unknown>> {
  const { method } = message;
  try {
    await task.checkpoint();
    if (!isMethod(method)) throw unknownMethod();
    const input = checkInput(method, message.input);
    const isOfSession = METHODS[method].of === 'session';
    const target = isOfSession ? engine.session : engine.workbench();
    const handler = (target as unknown as Record<string, Handler | undefined>)[method];
    if (handler === undefined) throw unknownMethod();
    const own = isOfSession ? task : whileOpen(engine, task);
    return { ok: await handler.call(target, input, own) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.toRecord() };
    return { refused: fault(isMethod(method) ? method : 'a call', error, reportFault).toRecord() };
  }
}

/** A call that lets others pass may find its project closed by one of them: then it ends. */
function whileOpen(engine: EngineSession, task: Task): Task {
  const project = engine.workbench();
  return {
    ...task,
    async checkpoint() {
      await task.checkpoint();
      if (engine.isOpen(project)) return;
      throw new Refusal('cancelled', 'Cancelled: the project was closed.');
    },
  };
}

function unknownMethod(): Refusal {
  return new Refusal('unknown-method', 'The engine has no such method.', {
    hint: 'Update the window: it and the engine do not fit together.',
  });
}

/** What the window may know of a fault: its number. */
export function fault(
  method: string,
  error: unknown,
  reportFault: ReportFault = toStderr,
): Refusal {
  const incident = randomUUID().slice(0, 8);
  const stack = error instanceof Error ? error.stack : String(error);
  reportFault(`Incident ${incident} in ${method}: ${stack}`);
  return new Refusal('internal-error', `Attune itself went wrong (incident ${incident}).`, {
    hint: 'What was saved is safe. Try again; if it comes back, report the incident number.',
  });
}
