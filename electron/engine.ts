import { type EngineSettings, runEngine } from '../src/engine/run-engine.ts';
import type { EngineRequest } from '../src/engine/serve-port.ts';

/** The engine of the desktop: a utility process. Its settings come as the first argument. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: EngineRequest }) => void): void;
}

const { parentPort } = process as unknown as { parentPort?: ParentPort };
if (parentPort === undefined) throw new Error('engine.ts runs as a utility process only.');

const settings = JSON.parse(process.argv[2] ?? '{}') as EngineSettings;
await runEngine(settings, {
  postMessage: (message) => parentPort.postMessage(message),
  onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
});
process.exit(0);
