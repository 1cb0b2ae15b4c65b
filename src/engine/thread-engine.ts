import { Worker } from 'node:worker_threads';
import type { EngineProcess } from './engine-host.ts';
import type { EngineSettings } from './run-engine.ts';

const WORKER = new URL('./worker.ts', import.meta.url);

/** Starts the engine in a worker thread. A fault that ends the thread is told on stderr. */
export function startThreadEngine(settings: EngineSettings, worker: URL = WORKER): EngineProcess {
  const thread = new Worker(worker, { workerData: settings });
  thread.on('error', (error: Error) => {
    process.stderr.write(`The engine stopped: ${error.stack}\n`);
  });
  return {
    postMessage: (message) => thread.postMessage(message),
    onMessage: (listener) => thread.on('message', listener),
    onExit: (listener) => thread.on('exit', listener),
    kill: () => void thread.terminate(),
  };
}
