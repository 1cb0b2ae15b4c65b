import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { EngineMessage } from '../contract/client.ts';
import type { EngineCall } from '../engine/engine-host.ts';
import { asked } from './asked.ts';
import { ALWAYS, SOCKET, stoppedBy } from './guards.ts';
import { BODY_LIMIT, readJsonText } from './read-body.ts';
import { checkCall, checkCancel, runCall } from './run-call.ts';
import type { Shell } from './shell.ts';

/** What a window asks for beside its token, which the guards have looked at: a browser wants it back. */
const PROTOCOL = 'attune';
const PATH = '/socket';
const KEY = /^[A-Za-z0-9+/]{22}==$/;
/** Said to a window that may not speak here, or says something else than calls (RFC 6455, section 7.4). */
const NOT_ALLOWED = 1008;

const upgrades = new WebSocketServer({
  noServer: true,
  clientTracking: false,
  // Compressing takes longer than the way through the loopback.
  perMessageDeflate: false,
  maxPayload: BODY_LIMIT,
  handleProtocols: () => PROTOCOL,
});

/**
 * A line for the calls of one window: texts with a CallMessage or a CancelMessage in, with an EngineMessage
 * out. It ends with the session that it was opened in; a window that goes away cancels its calls.
 * @returns false where the request is none of ours, and nothing was done
 */
export function openCallSocket(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  shell: Shell,
): boolean {
  const question = asked(request);
  const csrf = shell.door.csrf();
  if (question.path !== PATH || csrf === null) return false;
  if (!KEY.test(question.header('sec-websocket-key') ?? '')) return false;
  if (stoppedBy([...ALWAYS, ...SOCKET], question, shell.door) !== null) return false;
  upgrades.handleUpgrade(request, socket, head, (line) => answerCalls(line, csrf, shell));
  return true;
}

function answerCalls(line: WebSocket, csrf: string, shell: Shell): void {
  const running = new Map<number, EngineCall>();
  const tell = (message: EngineMessage) => {
    if (line.readyState === line.OPEN) line.send(JSON.stringify(message));
  };

  async function answer(text: string): Promise<void> {
    const message = readJsonText(text);
    if ('cancel' in message) {
      running.get(checkCancel(message))?.cancel();
      return;
    }
    const called = checkCall(message);
    const { call } = called;
    const reply = await runCall(called, shell, {
      onProgress: (progress) => tell({ call, progress }),
      onStart: (started) => running.set(call, started),
    });
    running.delete(call);
    tell({ call, reply });
  }

  shell.lines.add(line);
  line.on('message', (bytes, isBinary) => {
    // Another window may have come in since.
    if (isBinary || !shell.door.trusts(csrf)) line.close(NOT_ALLOWED);
    else answer(bytes.toString()).catch(() => line.close(NOT_ALLOWED));
  });
  // What breaks a rule of the protocol is told by the library, and the line closed.
  line.on('error', () => {});
  line.on('close', () => {
    shell.lines.delete(line);
    for (const { cancel } of running.values()) cancel();
  });
}
