import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { EngineMessage } from '../contract/client.ts';
import type { EngineCall } from '../engine/engine-host.ts';
import { asked } from './asked.ts';
import { CLOSE, frameOf, frameReader, OPCODE } from './frames.ts';
import { ALWAYS, SOCKET, stoppedBy } from './guards.ts';
import { BODY_LIMIT, readJsonText } from './read-body.ts';
import { checkCall, checkCancel, runCall } from './run-call.ts';
import type { Shell } from './shell.ts';

/** What a window asks for beside its token, which the guards have looked at: a browser wants it back. */
export const PROTOCOL = 'attune';
const PATH = '/socket';
/** RFC 6455, section 1.3. */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const KEY = /^[A-Za-z0-9+/]{22}==$/;

/**
 * A line for the calls of one window: texts with a CallMessage or a CancelMessage in, with an EngineMessage
 * out. It ends with the session that it was opened in; a window that goes away cancels its calls.
 * @returns false where the request is none of ours, and nothing was done
 */
export function openCallSocket(request: IncomingMessage, socket: Duplex, shell: Shell): boolean {
  const question = asked(request);
  const key = question.header('sec-websocket-key');
  const csrf = shell.door.csrf();
  if (question.path !== PATH || !key || !KEY.test(key) || csrf === null) return false;
  if (stoppedBy([...ALWAYS, ...SOCKET], question, shell.door) !== null) return false;
  socket.write(
    [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Accept: ${createHash('sha1').update(`${key}${GUID}`).digest('base64')}`,
      `Sec-WebSocket-Protocol: ${PROTOCOL}`,
      '\r\n',
    ].join('\r\n'),
  );
  request.socket.setNoDelay(true);

  const running = new Map<number, EngineCall>();
  const send = (opcode: number, payload: Buffer) => {
    if (socket.writable) socket.write(frameOf(opcode, payload));
  };
  const tell = (message: EngineMessage) =>
    send(OPCODE.text, Buffer.from(JSON.stringify(message), 'utf8'));

  function close(code: number): void {
    const reason = Buffer.alloc(2);
    reason.writeUInt16BE(code);
    send(OPCODE.close, reason);
    socket.end();
  }

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

  const read = frameReader(BODY_LIMIT, {
    onText(text) {
      // Another window may have come in since.
      if (shell.door.trusts(csrf)) answer(text).catch(() => close(CLOSE.notAllowed));
      else close(CLOSE.notAllowed);
    },
    onPing: (payload) => send(OPCODE.pong, payload),
    onClose: close,
  });
  shell.sockets.add(socket);
  socket.on('data', read);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    shell.sockets.delete(socket);
    for (const { cancel } of running.values()) cancel();
  });
  return true;
}
