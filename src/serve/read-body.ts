import type { Readable } from 'node:stream';
import { Refusal } from '../model/refusal.ts';

export const BODY_LIMIT = 1_000_000;

/**
 * A JSON object of at most `limit` bytes.
 * @throws Refusal `body-too-large`, `body-not-json`
 */
export async function readJsonBody(
  request: Readable,
  limit = BODY_LIMIT,
): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) throw new TypeError('A request body comes as bytes.');
    bytes += part.length;
    if (bytes > limit) {
      throw new Refusal('body-too-large', `A message may have ${limit / 1e6} MB.`);
    }
    parts.push(part);
  }
  return readJsonText(textOf(Buffer.concat(parts)));
}

/** A JSON object. @throws Refusal `body-not-json` */
export function readJsonText(text: string): Record<string, unknown> {
  const body = parse(text);
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
    return body as Record<string, unknown>;
  }
  throw notJson();
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notJson();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}

function notJson(): Refusal {
  return new Refusal('body-not-json', 'The message is not a JSON object.');
}
