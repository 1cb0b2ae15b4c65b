import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openAttune } from '../helpers/browser.ts';
import { type ToyServer, toyServer } from '../helpers/toy-server.ts';

/**
 * Pages of other sites in the browser in which Attune is open. They are told everything that an attacker
 * would have to guess: its host name, its port, even the CSRF token.
 */
let server: ToyServer;
let evil: Server;
let browser: Browser;
let context: BrowserContext;
let attune: Page;
let csrf: string;
/** Everything that the attacked server answered, to whomever, as Node tells it. */
const answers: { asked: string; status: number }[] = [];

function record(message: unknown): void {
  const { request, response, socket } = message as {
    request: IncomingMessage;
    response: ServerResponse;
    socket: Socket;
  };
  if (socket.localPort !== server.port) return;
  const asked = `${request.method} ${request.url} ${request.headers['sec-fetch-dest'] ?? ''}`;
  answers.push({ asked, status: response.statusCode });
}

beforeAll(async () => {
  server = await toyServer();
  evil = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end('<!doctype html><title>Evil</title><body></body>');
  });
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser([
    // The shell's own rule would not even let the browser find the attackers.
    '--host-resolver-rules=MAP *.localhost 127.0.0.1 , MAP evil.test 127.0.0.1',
  ]);
  context = await browser.newContext();
  attune = await openAttune(context, server.door.newLaunchUrl());
  csrf = await attune.evaluate(async () => (await (await fetch('/session.json')).json()).csrf);
  await call('newProject', { name: 'Before' });
  subscribe('http.server.response.finish', record);
});

afterAll(async () => {
  unsubscribe('http.server.response.finish', record);
  await browser.close();
  evil.close();
  await server.close();
});

function call(method: string, input: unknown): Promise<{ ok?: { title: string } }> {
  return attune.evaluate(
    async ([token, body]) => {
      const headers = { 'Content-Type': 'application/json', 'X-Attune-CSRF': token };
      const response = await fetch('/api', { method: 'POST', headers, body });
      return (await response.json()).reply;
    },
    [csrf, JSON.stringify({ call: 1, method, input })] as const,
  );
}

/** Everything a page can try, each answered with "refused" or with what it got. */
async function attack(page: Page): Promise<Record<string, string>> {
  return page.evaluate(
    async ({ origin, csrf }) => {
      const ws = origin.replace('http', 'ws');
      const message = JSON.stringify({ call: 1, method: 'newProject', input: { name: 'Evil' } });
      const json = { 'Content-Type': 'application/json', 'X-Attune-CSRF': csrf };
      const paths = ['/', '/session.json', '/assets/app.js', '/go.js', '/api'];
      const results: Record<string, string> = {};

      const within = <T>(promise: Promise<T>): Promise<T | string> =>
        Promise.race([promise, new Promise<string>((r) => setTimeout(() => r('refused'), 1_500))]);
      const attempt = async (name: string, run: () => Promise<unknown>) => {
        try {
          results[name] = String(await within(run()));
        } catch {
          results[name] = 'refused';
        }
      };
      const element = (tag: string, attributes: Record<string, string>) =>
        new Promise((resolve) => {
          const made = Object.assign(document.createElement(tag), {
            onload: () => resolve('loaded'),
            onerror: () => resolve('refused'),
          });
          for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
          document.body.append(made);
        });

      for (const path of paths) {
        await attempt(`fetch ${path}`, async () => (await fetch(origin + path)).status);
        await attempt(`fetch with cookies ${path}`, async () =>
          (await fetch(origin + path, { credentials: 'include' })).text(),
        );
        await attempt(`no-cors ${path}`, async () => {
          const answer = await fetch(origin + path, { mode: 'no-cors', credentials: 'include' });
          return (await answer.text()) || 'refused';
        });
        await attempt(`img ${path}`, () => element('img', { src: origin + path }));
        await attempt(`stylesheet ${path}`, () =>
          element('link', { rel: 'stylesheet', href: origin + path }),
        );
      }
      for (const path of ['/assets/app.js', '/session.json', '/']) {
        await attempt(`script ${path}`, () => element('script', { src: origin + path }));
        await attempt(`module ${path}`, () =>
          element('script', { src: origin + path, type: 'module', crossorigin: 'use-credentials' }),
        );
      }
      for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
        await attempt(`post ${type}`, async () => {
          const headers = { ...json, 'Content-Type': type };
          const init = { method: 'POST', headers, body: message, credentials: 'include' } as const;
          return (await fetch(`${origin}/api`, init)).text();
        });
        await attempt(`post no-cors ${type}`, async () => {
          const init = { method: 'POST', mode: 'no-cors', credentials: 'include' } as const;
          const body = new Blob([message], { type });
          return (await (await fetch(`${origin}/api`, { ...init, body })).text()) || 'refused';
        });
        // A beacon tells nobody how it was received: the answers seen from outside do.
        navigator.sendBeacon(`${origin}/api`, new Blob([message], { type }));
      }
      for (const path of ['/socket', '/api', '/']) {
        await attempt(
          `WebSocket ${path}`,
          () =>
            new Promise((resolve) => {
              const socket = new WebSocket(ws + path);
              socket.onopen = () => resolve('open');
              socket.onerror = () => resolve('refused');
            }),
        );
      }
      await attempt(
        'EventSource',
        () =>
          new Promise((resolve) => {
            const source = new EventSource(`${origin}/session.json`, { withCredentials: true });
            source.onopen = () => resolve('open');
            source.onerror = () => resolve('refused');
          }),
      );
      await attempt('worker', async () => {
        const worker = new Worker(`${origin}/assets/app.js`);
        return new Promise((resolve) => {
          worker.onerror = () => resolve('refused');
          worker.onmessage = () => resolve('ran');
        });
      });
      for (const enctype of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
      ]) {
        const frame = Object.assign(document.createElement('iframe'), { name: `f${enctype}` });
        document.body.append(frame);
        const form = Object.assign(document.createElement('form'), {
          method: 'POST',
          action: `${origin}/api`,
          target: frame.name,
          enctype,
        });
        const field = Object.assign(document.createElement('input'), {
          name: `${message.slice(0, -1)},"x":"`,
          value: '"}',
        });
        form.append(field);
        document.body.append(form);
        form.submit();
      }
      for (const path of ['/', '/session.json', '/launch?token=x']) {
        const frame = document.createElement('iframe');
        frame.src = origin + path;
        document.body.append(frame);
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return results;
    },
    { origin: server.door.origin, csrf },
  );
}

/** Whatever was not refused. */
function accepted() {
  return answers.filter(({ status }) => status < 400);
}

const port = () => (evil.address() as AddressInfo).port;

describe.each([
  ['another port of 127.0.0.1', () => `http://127.0.0.1:${port()}/`],
  ['localhost', () => `http://localhost:${port()}/`],
  ['a neighbour under .localhost', () => `http://evil.localhost:${port()}/`],
  ['a name that was rebound', () => `http://evil.test:${port()}/`],
])('a page of %s', (_name, address) => {
  test('gets nothing and changes nothing', async () => {
    answers.length = 0;
    const page = await context.newPage();
    await page.goto(address());
    const got = await attack(page);
    expect(Object.keys(got).length).toBeGreaterThan(30);
    const through = Object.entries(got).filter(([, result]) => result !== 'refused');
    expect(through).toEqual([]);
    expect(answers.length).toBeGreaterThan(40);
    expect(accepted()).toEqual([]);
    await page.close();
    expect((await call('project', {})).ok?.title).toBe('Before');
  });

  test('cannot open, hold or steer a window of it', async () => {
    answers.length = 0;
    const page = await context.newPage();
    await page.goto(address());
    const held = await page.evaluate(async (origin) => {
      const opened = window.open(`${origin}/`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      try {
        return [opened === null || opened.closed, opened?.document.title ?? ''];
      } catch {
        return [opened === null || opened.closed, ''];
      }
    }, server.door.origin);
    expect(held[1]).toBe('');
    expect(accepted()).toEqual([]);
    for (const other of context.pages()) if (other !== attune) await other.close();
  });
});

test('a foreign name that resolves to this computer finds no server of that name', async () => {
  const page = await context.newPage();
  for (const name of ['evil.test', 'evil.localhost', '127.0.0.1', 'localhost']) {
    const response = await page.goto(`http://${name}:${server.port}/`);
    expect([name, response?.status()]).toEqual([name, 421]);
  }
  await page.close();
});

test('the page itself can reach nothing outside, by its own policy', async () => {
  const blocked = await attune.evaluate(async (foreign) => {
    const tries = [
      fetch(foreign).then(() => 'fetched'),
      new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('loaded');
        image.onerror = () => resolve('refused');
        image.src = foreign;
      }),
      new Promise((resolve) => {
        const socket = new WebSocket(foreign.replace('http', 'ws'));
        socket.onopen = () => resolve('open');
        socket.onerror = () => resolve('refused');
      }),
    ];
    return Promise.all(tries.map((one) => one.catch(() => 'refused')));
  }, `http://127.0.0.1:${port()}/`);
  expect(blocked).toEqual(['refused', 'refused', 'refused']);
});
