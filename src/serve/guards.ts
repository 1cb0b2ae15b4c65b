import type { Asked } from './asked.ts';
import type { Door } from './door.ts';

/** One thing that has to be right about a request, and the answer when it is not. */
export interface Guard {
  name: string;
  status: number;
  passes(asked: Asked, door: Door): boolean;
}

/** The request is for this run of Attune by name: no other name of 127.0.0.1 will do (DNS rebinding). */
const ourHost: Guard = {
  name: 'host',
  status: 421,
  passes: (asked, door) => asked.header('host') === door.host,
};

/** Nobody looks ahead on the user's behalf: a launch token would be used up. */
const notAhead: Guard = {
  name: 'no prefetch',
  status: 403,
  passes: (asked) => asked.header('sec-purpose') === null && asked.header('purpose') === null,
};

const session: Guard = {
  name: 'session cookie',
  status: 403,
  passes: (asked, door) => door.admits(asked.header('cookie') ?? ''),
};

/** A page of ours, or the user's own hand on the address bar. */
const ownSite: Guard = {
  name: 'same-origin or typed',
  status: 403,
  passes: (asked) => among(asked.header('sec-fetch-site'), [null, 'none', 'same-origin']),
};

/** A page of ours and nothing else; a browser that does not say so is refused. */
const ownPage: Guard = {
  name: 'same-origin fetch',
  status: 403,
  passes: (asked) =>
    asked.header('sec-fetch-site') === 'same-origin' &&
    among(asked.header('sec-fetch-mode'), ['cors', 'same-origin']) &&
    asked.header('sec-fetch-dest') === 'empty',
};

const ownOrigin: Guard = {
  name: 'origin',
  status: 403,
  passes: (asked, door) => asked.header('origin') === door.origin,
};

const csrf: Guard = {
  name: 'CSRF token',
  status: 403,
  passes: (asked, door) => door.trusts(asked.header('x-attune-csrf') ?? ''),
};

/** A document in the tab itself: the launch file is opened from elsewhere, so the site may differ here. */
const topLevel: Guard = {
  name: 'top-level navigation',
  status: 403,
  passes: (asked) =>
    among(asked.header('sec-fetch-mode'), [null, 'navigate']) &&
    among(asked.header('sec-fetch-dest'), [null, 'document']),
};

export function contentType(type: string): Guard {
  return {
    name: `content type ${type}`,
    status: 415,
    passes: (asked) => asked.header('content-type') === type,
  };
}

/** A body of known size, so that a larger one is refused before it is sent. */
export function atMost(bytes: number): Guard {
  return {
    name: `at most ${bytes} bytes`,
    status: 413,
    passes: (asked) => {
      const length = asked.header('content-length') ?? '';
      return /^\d{1,15}$/.test(length) && Number(length) <= bytes;
    },
  };
}

/** Browsers need not say from where a socket is opened; the one that does has to say it right. */
const ownSocket: Guard = {
  name: 'same-origin socket',
  status: 403,
  passes: (asked) =>
    among(asked.header('sec-fetch-site'), [null, 'same-origin']) &&
    among(asked.header('sec-fetch-mode'), [null, 'websocket']),
};

/** A page cannot set headers on a socket: the token comes as one of the protocols it asks for. */
const csrfProtocol: Guard = {
  name: 'CSRF token of a socket',
  status: 403,
  passes: (asked, door) => {
    const [name, token = '', ...more] = (asked.header('sec-websocket-protocol') ?? '').split(/, ?/);
    return name === 'attune' && more.length === 0 && door.trusts(token);
  },
};

/** The protocol's own version, spoken by every browser. */
const socketVersion: Guard = {
  name: 'WebSocket version',
  status: 400,
  passes: (asked) =>
    asked.method === 'GET' &&
    asked.header('upgrade')?.toLowerCase() === 'websocket' &&
    asked.header('sec-websocket-version') === '13',
};

export const ALWAYS: readonly Guard[] = [ourHost, notAhead];
export const LAUNCH: readonly Guard[] = [topLevel];
export const PUBLIC: readonly Guard[] = [ownSite];
export const PAGE: readonly Guard[] = [ownSite, session];
export const FETCH: readonly Guard[] = [ownPage, session];
export const SOCKET: readonly Guard[] = [
  ownOrigin,
  ownSocket,
  session,
  csrfProtocol,
  socketVersion,
];
export const POST: readonly Guard[] = [ownOrigin, ownPage, session, csrf];

/** The first guard that a request does not pass. */
export function stoppedBy(guards: readonly Guard[], asked: Asked, door: Door): Guard | null {
  return guards.find((guard) => !guard.passes(asked, door)) ?? null;
}

function among(value: string | null | undefined, allowed: readonly (string | null)[]): boolean {
  return value !== undefined && allowed.includes(value);
}
