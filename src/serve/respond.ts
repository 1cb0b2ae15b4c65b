import type { ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from '../engine/security-headers.ts';
import type { RefusalRecord } from '../model/refusal.ts';

/** Starts an answer with every security header on it. */
export function begin(
  response: ServerResponse,
  status: number,
  type: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'Content-Type': type, ...headers });
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  begin(
    response,
    status,
    'text/plain; charset=utf-8',
    status >= 400 ? { Connection: 'close' } : {},
  );
  response.end(`${text}\n`);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  begin(response, status, 'application/json', status >= 400 ? { Connection: 'close' } : {});
  response.end(JSON.stringify(value));
}

export function sendRefusal(
  response: ServerResponse,
  status: number,
  refused: RefusalRecord,
): void {
  sendJson(response, status, { refused });
}
