import type { BrowserWindowConstructorOptions, CustomScheme } from 'electron';

export const SCHEME = 'app';
export const ORIGIN = 'app://workbench';
export const START_PAGE = `${ORIGIN}/`;

/** The window's own scheme: an origin like any other, with no way round the content security policy. */
export const APP_SCHEME: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** The window stands in a sandbox and knows nothing of Node. */
export function webPreferences(
  preload: string,
  packaged: boolean,
): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    preload,
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
    devTools: !packaged,
  };
}

/** Works from 1180 × 720; the ground is the light theme's until the window has its own. */
export const WINDOW: BrowserWindowConstructorOptions = {
  width: 1440,
  height: 900,
  minWidth: 800,
  minHeight: 500,
  show: false,
  title: 'Attune',
  backgroundColor: '#f5f7f8',
};

/** Chromium's own switches: no name is resolved, nothing is fetched behind the scenes, no crash dumps. */
export const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  ['disable-breakpad'],
  ['disable-quic'],
];

/** Whatever still wants out goes to a port where nobody listens; loopback is no exception. */
export const PROXY = {
  mode: 'fixed_servers',
  proxyRules: 'http://127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
} as const;

export const WEBRTC = 'disable_non_proxied_udp';

/** Copying a table to the clipboard is all that a page may do beyond its page. */
export const PERMISSIONS: readonly string[] = ['clipboard-sanitized-write'];
