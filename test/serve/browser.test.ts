import { chmodSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserFlags } from '../../src/serve/browser-flags.ts';
import { browserPlaces, hasDisplay } from '../../src/serve/find-browser.ts';
import { launchPage, openWindow } from '../../src/serve/open-window.ts';

describe('finding a browser', () => {
  test('Linux looks along the PATH, Chromium first', () => {
    expect(browserPlaces('linux', { PATH: '/a:/b' }).slice(0, 3)).toEqual([
      '/a/chromium',
      '/b/chromium',
      '/a/chromium-browser',
    ]);
    expect(browserPlaces('linux', {})).toEqual([]);
  });

  test('Windows looks where Edge and Chrome are installed', () => {
    const places = browserPlaces('win32', {
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    });
    expect(places).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(places).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
  });

  test('macOS looks in both Applications folders', () => {
    expect(browserPlaces('darwin', { HOME: '/Users/e' }).slice(0, 2)).toEqual([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/e/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ]);
  });

  test('one that is named is the only one', () => {
    expect(browserPlaces('linux', { ATTUNE_BROWSER: '/opt/x', PATH: '/a' })).toEqual(['/opt/x']);
  });

  test('Linux needs a display', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });
});

describe('starting it', () => {
  const start = { browser: '/usr/bin/chromium', profile: '/p', page: 'file:///p.html' };

  test('private, quiet, no name resolved but ours', () => {
    const flags = browserFlags({ ...start, asRoot: false });
    for (const flag of [
      '--user-data-dir=/p',
      '--app=file:///p.html',
      '--incognito',
      '--webrtc-ip-handling-policy=disable_non_proxied_udp',
      '--host-resolver-rules=MAP *.localhost 127.0.0.1 , MAP * ~NOTFOUND',
      '--disable-extensions',
      '--disable-sync',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-pings',
      '--disable-breakpad',
    ]) {
      expect(flags).toContain(flag);
    }
    expect(flags).not.toContain('--no-sandbox');
    expect(browserFlags({ ...start, asRoot: true })).toContain('--no-sandbox');
    expect(browserFlags({ ...start, browser: 'C:\\…\\msedge.exe', asRoot: false })).toContain(
      '--inprivate',
    );
  });

  test('the address is in a file of ours, not in the arguments; all is deleted afterwards', async () => {
    if (process.platform === 'win32') return;
    const folder = mkdtempSync(join(tmpdir(), 'attune-'));
    const browser = join(folder, 'browser');
    const seen = join(folder, 'seen');
    const script = `#!/bin/sh\nfor one in "$@"; do echo "$one"; done > ${seen}\n`;
    writeFileSync(browser, `${script}stat -c %a "$(dirname "\${1#*=}")" >> ${seen}\n`);
    chmodSync(browser, 0o755);
    const address = 'http://w-0123456789abcdef.localhost:1/launch?token=secret-token';
    await openWindow(browser, address).closed;
    const said = readFileSync(seen, 'utf8');
    expect(said).not.toContain('secret-token');
    expect(said).not.toContain('w-0123456789abcdef');
    expect(said.trimEnd().endsWith('\n700')).toBe(true);
    const profile = /--user-data-dir=(.*)/.exec(said)?.[1] ?? '';
    expect(profile).toContain('attune-window-');
    expect(existsSync(join(profile, '..'))).toBe(false);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  test('the launch page cannot be broken out of', () => {
    expect(launchPage('http://x/</script><script>alert(1)')).not.toContain('</script><script>');
  });
});
