import { expect, test } from 'vitest';
import { menuTemplate } from '../../electron/menu.ts';
import {
  APP_SCHEME,
  PERMISSIONS,
  PROXY,
  SWITCHES,
  WEBRTC,
  webPreferences,
} from '../../electron/settings.ts';
import { FUSES } from '../../scripts/fuses.ts';
import { CONTENT_SECURITY_POLICY } from '../../src/engine/content-security-policy.ts';

/** What must not change without somebody seeing it: compared exactly, key by key. */
test('the window stands in a sandbox', () => {
  const locked = {
    preload: '/p.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  };
  expect(webPreferences('/p.cjs', true)).toEqual({ ...locked, devTools: false });
  expect(webPreferences('/p.cjs', false)).toEqual({ ...locked, devTools: true });
});

test('its scheme has no way round the policy', () => {
  expect(APP_SCHEME).toEqual({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true },
  });
});

test('the policy lets a page load its own files and nothing else', () => {
  expect(CONTENT_SECURITY_POLICY.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ]);
});

test('nothing is resolved, proxied, dumped or permitted', () => {
  expect(SWITCHES).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  expect(SWITCHES.map(([name]) => name)).toEqual(
    expect.arrayContaining(['disable-background-networking', 'disable-component-update']),
  );
  expect(SWITCHES).toContainEqual(['disable-breakpad']);
  expect(PROXY).toEqual({
    mode: 'fixed_servers',
    proxyRules: 'http://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
  expect(WEBRTC).toBe('disable_non_proxied_udp');
  expect(PERMISSIONS).toEqual(['clipboard-sanitized-write']);
});

test('every fuse has its value', () => {
  expect(FUSES).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('the menu leads nowhere outside, and has tools for developers only unpackaged', () => {
  const menu = (packaged: boolean) => JSON.stringify(menuTemplate({ macOS: false, packaged }));
  expect(menu(true)).not.toMatch(/http|help|toggleDevTools|reload/i);
  expect(menu(false)).toContain('toggleDevTools');
  expect(menuTemplate({ macOS: false, packaged: true }).map(({ label }) => label)).toEqual([
    '&File',
    '&Edit',
    '&View',
  ]);
});
