import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fault } from '../engine/dispatch.ts';
import { Refusal } from '../model/refusal.ts';
import { asked } from './asked.ts';
import { openCallSocket } from './call-socket.ts';
import { ALWAYS, stoppedBy } from './guards.ts';
import { sendRefusal, sendText } from './respond.ts';
import { routeOf } from './routes.ts';
import type { Shell } from './shell.ts';

const LOOPBACK = '127.0.0.1';

const LIMITS = {
  maxHeaderSize: 8_192,
  headersTimeout: 5_000,
  // An upload may take its time; what has come of it is counted.
  requestTimeout: 0,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  insecureHTTPParser: false,
  // Without a Host header the guard answers 421, as to a wrong one.
  requireHostHeader: false,
};

const STATUS: Readonly<Record<string, number>> = {
  'body-too-large': 413,
  'upload-too-large': 413,
  'unknown-file': 404,
};

/**
 * Listens on this computer only.
 * @throws Refusal `port-taken`
 */
export async function listenOnLoopback(port: number): Promise<{ server: Server; port: number }> {
  const server = createServer(LIMITS);
  server.maxHeadersCount = 100;
  const listening = once(server, 'listening');
  server.listen({ host: LOOPBACK, port, exclusive: true });
  try {
    await listening;
  } catch (error) {
    throw new Refusal('port-taken', `Port ${port} cannot be used.`, {
      hint: 'Choose another, or leave the choice to Attune.',
      where: { option: '--port' },
      cause: error,
    });
  }
  return { server, port: (server.address() as AddressInfo).port };
}

/** Every request passes its guards, or is answered with why not. */
export function answerRequests(server: Server, shell: Shell): void {
  server.on('request', (request, response) => void answer(request, response, shell));
  server.on('upgrade', (request, socket, head) => {
    if (!openCallSocket(request, socket, head, shell)) refuseSocket(socket);
  });
  server.on('connect', (_request, socket) => refuseSocket(socket));
  // A socket that a browser opened ahead and never used is let go: an answer would reach its next request.
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') socket.destroy();
    else refuseSocket(socket);
  });
  server.on('checkContinue', (_request, response) => {
    sendText(response, 417, 'Expect is not understood here.');
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  shell: Shell,
): Promise<void> {
  const question = asked(request);
  const exchange = { asked: question, request, response, shell };
  try {
    const stranger = stoppedBy(ALWAYS, question, shell.door);
    if (stranger !== null) return refuse(response, stranger.status);
    const route = routeOf(question.method, question.path);
    if (route === null) return refuse(response, 405);
    const stopped = stoppedBy(route.guards, question, shell.door);
    if (stopped !== null) return refuse(response, stopped.status);
    await route.handle(exchange);
  } catch (error) {
    answerError(response, error);
  }
}

const WHY: Readonly<Record<number, string>> = {
  403: 'Attune opens through the address it gives when it starts, once.',
  405: 'This is not done here.',
  413: 'This is too large, or does not say how large it is.',
  415: 'This is not a message for Attune.',
  421: 'This is not the name of this server.',
};

function refuse(response: ServerResponse, status: number): void {
  sendText(response, status, WHY[status] ?? 'Refused.');
}

function answerError(response: ServerResponse, error: unknown): void {
  if (response.destroyed) return;
  if (response.headersSent) {
    response.destroy();
  } else if (error instanceof Refusal) {
    sendRefusal(response, STATUS[error.code] ?? 400, error.toRecord());
  } else {
    sendRefusal(response, 500, fault('a request', error).toRecord());
  }
}

function refuseSocket(socket: {
  end(text: string): void;
  destroy(): void;
  writable: boolean;
}): void {
  if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  else socket.destroy();
}
