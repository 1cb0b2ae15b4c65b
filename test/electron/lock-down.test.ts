import { EventEmitter } from 'node:events';
import type { App, Session, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import { lockDownApp, lockDownContents, lockDownSession } from '../../electron/lock-down.ts';
import { mayLoad } from '../../electron/may-load.ts';

describe('what may be loaded', () => {
  test.each([
    'app://workbench/',
    'app://workbench/assets/a.js',
    'blob:app://workbench/1',
    'data:,x',
  ])('%s', (url) => expect(mayLoad(url, true)).toBe(true));

  test.each([
    'http://localhost/',
    'http://127.0.0.1:9/',
    'https://evil.test/?next=app://workbench/',
    'ws://evil.test/',
    'ftp://evil.test/',
    'file:///etc/passwd',
    'app://evil/',
    'app://workbench.evil/',
    'app://evil@workbench.evil/',
    'app:workbench/',
    'chrome-extension://x/',
    'devtools://devtools/x',
    'javascript:alert(1)',
    '//evil.test',
    '',
  ])('not %s', (url) => expect(mayLoad(url, true)).toBe(false));

  test('the tools of developers, while there are some', () => {
    expect(mayLoad('devtools://devtools/bundled/x.html', false)).toBe(true);
  });
});

/** Stands for Electron's objects, which exist in Electron only: keeps what it is told. */
function recorder<Kind>(): { target: Kind & EventEmitter; told: Map<string, unknown[]> } {
  const told = new Map<string, unknown[]>();
  const emitter = new EventEmitter();
  const target = new Proxy(emitter, {
    get(of, name) {
      if (name === 'webRequest') return target;
      if (name in of) return Reflect.get(of, name);
      return (...args: unknown[]) => void told.set(String(name), args);
    },
  });
  return { target: target as unknown as Kind & EventEmitter, told };
}

test('a page stays where it is, opens nothing and holds nothing', () => {
  const { target, told } = recorder<WebContents>();
  lockDownContents(target);
  for (const event of [
    'will-navigate',
    'will-redirect',
    'will-frame-navigate',
    'will-attach-webview',
  ]) {
    let prevented = false;
    target.emit(event, {
      preventDefault() {
        prevented = true;
      },
    });
    expect([event, prevented]).toEqual([event, true]);
  }
  const [answer] = told.get('setWindowOpenHandler') as [() => unknown];
  expect(answer()).toEqual({ action: 'deny' });
  expect(told.get('setWebRTCIPHandlingPolicy')).toEqual(['disable_non_proxied_udp']);
});

test('a session permits nothing but copying and requests nothing but its own files', async () => {
  const { target, told } = recorder<Session>();
  await lockDownSession(target, true);
  const [ask] = told.get('setPermissionRequestHandler') as [
    (c: null, name: string, answer: (granted: boolean) => void) => void,
  ];
  const [check] = told.get('setPermissionCheckHandler') as [(c: null, name: string) => boolean];
  for (const name of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'hid',
  ]) {
    ask(null, name, (granted) => expect([name, granted]).toEqual([name, false]));
    expect(check(null, name)).toBe(false);
  }
  ask(null, 'clipboard-sanitized-write', (granted) => expect(granted).toBe(true));
  const [device] = told.get('setDevicePermissionHandler') as [() => boolean];
  expect(device()).toBe(false);
  expect(told.get('setSpellCheckerEnabled')).toEqual([false]);
  const [before] = told.get('onBeforeRequest') as [
    (request: { url: string }, answer: (result: { cancel: boolean }) => void) => void,
  ];
  before({ url: 'https://evil.test/' }, ({ cancel }) => expect(cancel).toBe(true));
  before({ url: 'app://workbench/' }, ({ cancel }) => expect(cancel).toBe(false));
  expect(told.get('setProxy')).toHaveLength(1);
});

test('the app is sandboxed before it is ready', () => {
  const { target, told } = recorder<App>();
  const switches: unknown[][] = [];
  Object.assign(target, {
    commandLine: { appendSwitch: (...args: unknown[]) => switches.push(args) },
  });
  lockDownApp(target);
  expect(told.has('enableSandbox')).toBe(true);
  expect(switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  expect(target.listenerCount('web-contents-created')).toBe(1);
});
