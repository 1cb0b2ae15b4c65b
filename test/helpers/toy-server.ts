import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startThreadEngine } from '../../src/engine/thread-engine.ts';
import { type Serving, startServing } from '../../src/serve/start-serving.ts';
import { type RawAnswer, type RawRequest, rawText, sendRaw } from './raw-http.ts';

const WORKER = new URL('./toy-worker.ts', import.meta.url);

export interface ToyServer extends Serving {
  port: number;
  dataFolder: string;
  /** Sends a request with the right Host; `headers` may change that too. */
  send(request: RawRequest): Promise<RawAnswer>;
  /** Lets a window in and gives what it then knows. */
  enter(): Promise<Visitor>;
}

/** A window that was let in: every request it makes is right, unless `change` makes it wrong. */
export interface Visitor {
  cookie: string;
  csrf: string;
  post(path: string, body: string | Buffer, change?: RawRequest): Promise<RawAnswer>;
  get(path: string, change?: RawRequest): Promise<RawAnswer>;
  call(method: string, input: unknown): Promise<unknown>;
}

/** The real server on a real port, with toy projects behind it and a window of three files. */
export async function toyServer(): Promise<ToyServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'attune-'));
  const serving = await startServing({
    dataFolder,
    window: toyWindow(),
    startEngine: (settings) => startThreadEngine(settings, WORKER),
  });
  const port = Number(serving.door.host.split(':')[1]);
  const send = (request: RawRequest) =>
    sendRaw(
      port,
      rawText({ ...request, headers: { Host: serving.door.host, ...request.headers } }),
    );

  async function enter(): Promise<Visitor> {
    const { pathname, search } = new URL(serving.door.newLaunchUrl());
    const launched = await send({ path: pathname + search, headers: NAVIGATE });
    const cookie = (launched.header('set-cookie') ?? '').split(';')[0] ?? '';
    const session = await send({ path: '/session.json', headers: { ...FETCH, Cookie: cookie } });
    const { csrf } = JSON.parse(session.body) as { csrf: string };
    const visitor: Visitor = {
      cookie,
      csrf,
      get: (path, change = {}) =>
        send({ path, ...change, headers: { ...FETCH, Cookie: cookie, ...change.headers } }),
      post: (path, body, change = {}) =>
        send({
          method: 'POST',
          path,
          body,
          ...change,
          headers: {
            ...FETCH,
            Cookie: cookie,
            Origin: serving.door.origin,
            'Content-Type': 'application/json',
            'Content-Length': String(Buffer.byteLength(body)),
            'X-Attune-CSRF': csrf,
            ...change.headers,
          },
        }),
      async call(method, input) {
        const { body } = await visitor.post('/api', JSON.stringify({ call: 1, method, input }));
        return JSON.parse(body.trim().split('\n').at(-1) ?? '').reply;
      },
    };
    return visitor;
  }
  return { ...serving, port, dataFolder, send, enter };
}

export const NAVIGATE = {
  'Sec-Fetch-Site': 'cross-site',
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-Dest': 'document',
};

export const FETCH = {
  'Sec-Fetch-Site': 'same-origin',
  'Sec-Fetch-Mode': 'cors',
  'Sec-Fetch-Dest': 'empty',
};

function toyWindow(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attune-toy-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Toy</title>');
  writeFileSync(join(folder, 'assets/app.js'), 'document.title = "Toy";');
  writeFileSync(join(folder, 'assets/app.js.map'), '{}');
  return folder;
}
