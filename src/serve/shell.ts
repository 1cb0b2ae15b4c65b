import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import type { EngineCall, EngineHost } from '../engine/engine-host.ts';
import type { StaticFiles } from '../engine/static-files.ts';
import type { Asked } from './asked.ts';
import type { Door } from './door.ts';
import type { IncomingFiles } from './incoming-files.ts';
import type { OutgoingFiles } from './outgoing-files.ts';

/** What the routes of one run share. */
export interface Shell {
  door: Door;
  engine: EngineHost;
  incoming: IncomingFiles;
  outgoing: OutgoingFiles;
  /** Calls that run, by session and the number that the window gave them. */
  running: Map<string, EngineCall>;
  /** Lines that windows hold open. */
  lines: Set<WebSocket>;
  window: StaticFiles;
  /** Where projects that come in through the browser are put. */
  projectsFolder: string;
}

/** One request that has passed its guards. */
export interface Exchange {
  asked: Asked;
  request: IncomingMessage;
  response: ServerResponse;
  shell: Shell;
}

/** The name of a call among those that run: two windows may use the same number. */
export function callKey(door: Door, call: number): string {
  return `${door.csrf()} ${call}`;
}
