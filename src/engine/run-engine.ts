import type { StartInfo } from '../contract/session.ts';
import { SAMPLE } from '../sample/about.ts';
import { createWorkbench } from '../workbench.ts';
import { openSample } from './open-sample.ts';
import { type EnginePort, servePort } from './serve-port.ts';
import { createSession } from './session.ts';

/** What a shell tells its engine. Plain data: it crosses threads and processes. */
export interface EngineSettings {
  dataFolder: string;
  shell: StartInfo['shell'];
  version: string;
}

/** The whole engine behind a port, until the shell says stop. */
export function runEngine(settings: EngineSettings, port: EnginePort): Promise<void> {
  const engine = createSession({ ...settings, createWorkbench, openSample, sample: SAMPLE });
  return servePort(engine, port);
}
