/**
 * How the browser is started: as one window on a profile of its own, which keeps nothing, asks no name
 * server and calls no one. `*.localhost` is tied to 127.0.0.1, so that nobody who listens on [::1] at the
 * same port is ever asked. Measured with a proxy as a sink: no host contacted.
 */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--host-resolver-rules=MAP *.localhost 127.0.0.1 , MAP * ~NOTFOUND',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-quic',
  '--disable-features=Translate,OptimizationHints,MediaRouter,InterestFeedContentSuggestions',
  '--no-pings',
  '--no-service-autorun',
  '--disable-breakpad',
  // Or Chromium warns, in a bar across the window, that resolving no names makes it less secure.
  '--test-type',
  '--metrics-recording-only',
];

interface Start {
  browser: string;
  /** A private folder for the profile, deleted afterwards. */
  profile: string;
  /** file: URL of the launch file. The one-time token is in the file, never in the arguments. */
  page: string;
  /** Chromium refuses to run as root with its sandbox. */
  asRoot: boolean;
}

export function browserFlags({ browser, profile, page, asRoot }: Start): string[] {
  const isPrivate = /edge/i.test(browser) ? '--inprivate' : '--incognito';
  return [
    `--user-data-dir=${profile}`,
    ...QUIET,
    isPrivate,
    '--window-size=1440,900',
    ...(asRoot ? ['--no-sandbox'] : []),
    `--app=${page}`,
  ];
}
