import { utilityProcess } from 'electron';
import type { EngineProcess } from '../src/engine/engine-host.ts';
import type { EngineSettings } from '../src/engine/run-engine.ts';

/** Starts the engine in a utility process of its own. */
export function startProcessEngine(settings: EngineSettings, script: string): EngineProcess {
  const engine = utilityProcess.fork(script, [JSON.stringify(settings)], {
    serviceName: 'Attune engine',
    stdio: 'inherit',
  });
  return {
    postMessage: (message) => engine.postMessage(message),
    onMessage: (listener) => engine.on('message', listener),
    onExit: (listener) => engine.once('exit', listener),
    kill: () => void engine.kill(),
  };
}
