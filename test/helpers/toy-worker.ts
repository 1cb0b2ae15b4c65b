import { parentPort, workerData } from 'node:worker_threads';
import type { EngineSettings } from '../../src/engine/run-engine.ts';
import { servePort } from '../../src/engine/serve-port.ts';
import { toyProjects, toySession } from './toy-project.ts';

/** The engine's thread with toy projects in it. */
const port = parentPort;
if (port === null) throw new Error('Runs as a worker thread only.');
const settings = workerData as EngineSettings;
await servePort(toySession(settings.dataFolder, toyProjects(), settings), {
  postMessage: (message) => port.postMessage(message),
  onMessage: (listener) => port.on('message', listener),
});
port.close();
