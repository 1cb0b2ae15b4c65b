import { parentPort, workerData } from 'node:worker_threads';
import { type EngineSettings, runEngine } from './run-engine.ts';

/** The engine of the browser shell: one worker thread. */
const port = parentPort;
if (port === null) throw new Error('worker.ts runs as a worker thread only.');

await runEngine(workerData as EngineSettings, {
  postMessage: (message) => port.postMessage(message),
  onMessage: (listener) => port.on('message', listener),
});
port.close();
