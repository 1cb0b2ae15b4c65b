import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { EngineSettings } from './run-engine.ts';

/** The engine of the browser shell: one worker thread. */
const port = parentPort;
if (port === null) throw new Error('worker.ts runs as a worker thread only.');

// What is compiled once is kept for the next start, but a thread has to say so itself, before it imports.
module.enableCompileCache();
const { runEngine } = await import('./run-engine.ts');
await runEngine(workerData as EngineSettings, {
  postMessage: (message) => port.postMessage(message),
  onMessage: (listener) => port.on('message', listener),
});
port.close();
