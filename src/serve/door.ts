import { randomBytes } from 'node:crypto';
import { newSecret, sameSecret } from './secret.ts';

export const LAUNCH_LIFE = 30_000;
const COOKIE = 'attune-session';

/** Who may come in: the secrets of one run of the browser shell. */
export interface Door {
  /** "w-<16 hex>.localhost:<port>": random for every run, so that it is a secret of its own. */
  readonly host: string;
  readonly origin: string;
  /** A new address that opens the window once, within 30 seconds. Older ones stop working. */
  newLaunchUrl(): string;
  /** Uses up the launch token, ends the session before it, and gives the Set-Cookie of the new one. */
  launch(token: string): string | null;
  /** Whether this Cookie header is the session's. */
  admits(cookieHeader: string): boolean;
  /** Whether this is the CSRF token that the page was given in /session.json. */
  trusts(csrf: string): boolean;
  csrf(): string | null;
  /** How often a window was let in. */
  launches(): number;
}

export function randomHost(): string {
  return `w-${randomBytes(8).toString('hex')}.localhost`;
}

export function createDoor(hostName: string, port: number, now: () => number = Date.now): Door {
  const host = `${hostName}:${port}`;
  const origin = `http://${host}`;
  let ticket: { token: string; until: number } | null = null;
  let session: { id: string; csrf: string } | null = null;
  let launches = 0;

  return {
    host,
    origin,
    newLaunchUrl() {
      ticket = { token: newSecret(), until: now() + LAUNCH_LIFE };
      return `${origin}/launch?token=${ticket.token}`;
    },
    launch(token) {
      if (ticket === null || now() > ticket.until || !sameSecret(token, ticket.token)) return null;
      ticket = null;
      session = { id: newSecret(), csrf: newSecret() };
      launches++;
      return `${COOKIE}=${session.id}; Path=/; HttpOnly; SameSite=Strict`;
    },
    admits(cookieHeader) {
      const id = onlyCookie(cookieHeader);
      return session !== null && id !== null && sameSecret(id, session.id);
    },
    trusts: (csrf) => session !== null && sameSecret(csrf, session.csrf),
    csrf: () => session?.csrf ?? null,
    launches: () => launches,
  };
}

/** Our cookie's value; null when there is none, or more than one to choose from. */
function onlyCookie(header: string): string | null {
  const ours = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${COOKIE}=`));
  const [first] = ours;
  return ours.length === 1 && first !== undefined ? first.slice(COOKIE.length + 1) : null;
}
