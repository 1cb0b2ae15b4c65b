import type { CallMessage, CancelMessage, EngineMessage } from '../contract/client.ts';
import { METHODS } from '../contract/methods.ts';
import { isMethod } from './check-input.ts';
import { dispatch, fault } from './dispatch.ts';
import { type RunningCall, runningCall } from './running-call.ts';
import type { EngineSession } from './session.ts';

/** Either end of a line to the engine: a worker's parentPort, or Electron's utility process. */
export interface EnginePort {
  postMessage(message: EngineMessage): void;
  onMessage(listener: (message: EngineRequest) => void): void;
}

/** From the shell, never from the window: finish the call that runs, close the project, end. */
export interface StopMessage {
  stop: true;
}

export type EngineRequest = CallMessage | CancelMessage | StopMessage;

/**
 * Answers calls over a port, one at a time in the order in which they came, reads among them, so that
 * a read after a write sees it. A cancellation is heard between the checkpoints of the call that runs.
 * Patient calls have a line of their own, which only moves while nobody else waits.
 * @returns when the shell has said stop and the project is closed
 */
export function servePort(engine: EngineSession, port: EnginePort): Promise<void> {
  const calls = new Map<number, RunningCall>();
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  let line: Promise<void> = Promise.resolve();
  let patientLine: Promise<void> = Promise.resolve();
  let inLine = 0;

  async function answer(message: CallMessage, running: RunningCall): Promise<void> {
    const { call } = message;
    const reply = await dispatch(engine, message, running);
    calls.delete(call);
    try {
      port.postMessage({ call, reply });
    } catch (error) {
      // A reply that cannot be cloned: without this the caller would wait for ever.
      port.postMessage({ call, reply: { refused: fault(message.method, error).toRecord() } });
    }
  }

  function end(): void {
    try {
      engine.close();
    } catch (error) {
      fault('closing', error);
    }
    stop();
  }

  port.onMessage((message) => {
    if ('cancel' in message) {
      calls.get(message.cancel)?.cancel();
    } else if ('stop' in message) {
      for (const running of calls.values()) running.cancel();
      line = line.then(end);
    } else {
      const isPatient = isMethod(message.method) && METHODS[message.method].patient;
      const others = () => (isPatient && inLine > 0 ? line : null);
      const running = runningCall(message.call, (told) => port.postMessage(told), others);
      calls.set(message.call, running);
      if (isPatient) {
        patientLine = patientLine.then(() => answer(message, running));
      } else {
        inLine += 1;
        line = line.then(() => answer(message, running)).finally(() => (inLine -= 1));
      }
    }
  });
  return stopped;
}
