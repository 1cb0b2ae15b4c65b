import type { CallMessage, CancelMessage } from '../src/contract/client.ts';
import { isMethod } from '../src/engine/check-input.ts';
import { START_PAGE } from './settings.ts';

const MESSAGE_LIMIT = 1_000_000;

/** What the gate has to know of the sender of a message. */
export interface Sender {
  /** The frame that sent it; null when it is gone. */
  frame: { url: string } | null;
  /** The main frame of our window. */
  mainFrame: object | null;
}

/** Whether a message came from the page of our window itself: not from a frame in it, not after it moved on. */
export function isOurPage({ frame, mainFrame }: Sender): boolean {
  if (frame === null || frame !== mainFrame) return false;
  return URL.canParse(frame.url) && withoutHash(new URL(frame.url)) === START_PAGE;
}

/** The message as a call, or null: nothing else goes to the engine. Its input is checked there. */
export function callFrom(message: unknown): CallMessage | null {
  if (!hasOnly(message, ['call', 'method', 'input'])) return null;
  const { call, method, input } = message;
  if (!isNumber(call) || !isMethod(method) || !isPlain(input)) return null;
  return { call, method, input };
}

export function cancelFrom(message: unknown): CancelMessage | null {
  if (!hasOnly(message, ['cancel']) || !isNumber(message.cancel)) return null;
  return { cancel: message.cancel };
}

function withoutHash(url: URL): string {
  url.hash = '';
  return url.href;
}

function hasOnly(value: unknown, keys: readonly string[]): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).every((key) => keys.includes(key));
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** JSON of at most 1 MB: structured clone would let in more than the contract knows. */
function isPlain(input: unknown): boolean {
  try {
    const text = JSON.stringify(input);
    return text !== undefined && text.length <= MESSAGE_LIMIT;
  } catch {
    return false;
  }
}
