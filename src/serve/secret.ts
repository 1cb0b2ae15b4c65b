import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, as text that may stand in a URL, a header or a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares without telling by its time how much was right, lengths included. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
