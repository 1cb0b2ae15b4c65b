import { join, resolve } from 'node:path';
import type { WebSocket } from 'ws';
import { VERSION } from '../app.ts';
import { dataFolder, privateFolder } from '../data-folder.ts';
import { createEngineHost, type EngineHost, type EngineProcess } from '../engine/engine-host.ts';
import type { EngineSettings } from '../engine/run-engine.ts';
import { startThreadEngine } from '../engine/thread-engine.ts';
import { Refusal, type RefusalRecord } from '../model/refusal.ts';
import { builtWindow } from './built-window.ts';
import { createDoor, type Door, randomHost } from './door.ts';
import { answerRequests, listenOnLoopback } from './http-server.ts';
import { createIncomingFiles } from './incoming-files.ts';
import { createOutgoingFiles } from './outgoing-files.ts';

export interface ServingOptions {
  /** A project to have open when the window comes. */
  project?: string;
  /** 0: any that is free. */
  port?: number;
  dataFolder?: string;
  /** Folder of the built window. */
  window?: string;
  /** How the engine is started; a worker thread unless a test says otherwise. */
  startEngine?: (settings: EngineSettings) => EngineProcess;
}

export interface Serving {
  door: Door;
  close(): Promise<void>;
}

/**
 * The window and its engine behind a server that only this computer reaches.
 * @throws Refusal `window-not-built`, `port-taken`, and those of opening the project
 */
export async function startServing(options: ServingOptions): Promise<Serving> {
  const window = builtWindow(options.window);
  const folder = privateFolder(resolve(options.dataFolder ?? dataFolder()));
  const settings: EngineSettings = { dataFolder: folder, shell: 'browser', version: VERSION };
  const startEngine = options.startEngine ?? startThreadEngine;
  const engine = createEngineHost(() => startEngine(settings));
  const incoming = createIncomingFiles(folder);
  const outgoing = createOutgoingFiles();
  const lines = new Set<WebSocket>();
  const { server, port } = await listenOnLoopback(options.port ?? 0);
  const door = createDoor(randomHost(), port);
  answerRequests(server, {
    door,
    engine,
    incoming,
    outgoing,
    running: new Map(),
    lines,
    window,
    projectsFolder: join(folder, 'Projects'),
  });

  async function close(): Promise<void> {
    server.close();
    server.closeAllConnections();
    for (const line of lines) line.terminate();
    await engine.close();
    incoming.clear();
    outgoing.clear();
  }

  try {
    if (options.project !== undefined) await openProject(engine, resolve(options.project));
  } catch (error) {
    await close();
    throw error;
  }
  return { door, close };
}

async function openProject(engine: EngineHost, file: string): Promise<void> {
  const reply = await engine.call('openProject', { file }).reply;
  if ('refused' in reply) throw refusalFrom(reply.refused);
}

function refusalFrom({ code, message, hint, where }: RefusalRecord): Refusal {
  return new Refusal(code, message, { hint, where });
}
