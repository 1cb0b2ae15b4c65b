import { basename } from 'node:path';
import { findBrowser, hasDisplay } from './find-browser.ts';
import { type OpenWindow, openWindow } from './open-window.ts';
import { type ServingOptions, startServing } from './start-serving.ts';

/** A browser that has not come in by then is given up, in milliseconds. */
const PATIENCE = 20_000;

export interface ServeOptions extends ServingOptions {
  /** Open a window; without it the one-time address is told and nothing else done. */
  open: boolean;
  /** Where lines for the person go. */
  say?: (line: string) => void;
}

export interface Served {
  url: string;
  /** Opens the window once, within 30 seconds of the start. */
  launchUrl: string;
  /** Another one; the one before it stops working. */
  newLaunchUrl(): string;
  /** Settles when the window that was opened is closed; never without one. */
  windowClosed: Promise<void>;
  close(): Promise<void>;
}

/** Starts the browser shell, and opens its window where there is a browser and a screen. */
export async function serve(options: ServeOptions): Promise<Served> {
  const say = options.say ?? ((line: string) => void process.stdout.write(`${line}\n`));
  const { door, close } = await startServing(options);
  const launchUrl = door.newLaunchUrl();
  const window = options.open ? tryToOpen(launchUrl, say) : null;
  if (window === null) sayAddress(launchUrl, say);

  const late = setTimeout(() => {
    if (window === null || door.launches() > 0) return;
    say('The browser did not open the window.');
    sayAddress(door.newLaunchUrl(), say);
  }, PATIENCE);

  return {
    url: door.origin,
    launchUrl,
    newLaunchUrl: door.newLaunchUrl,
    windowClosed: closedAfterUse(window, () => door.launches() > 0),
    async close() {
      clearTimeout(late);
      window?.close();
      await Promise.all([close(), window?.closed]);
    },
  };
}

function tryToOpen(launchUrl: string, say: (line: string) => void): OpenWindow | null {
  if (!hasDisplay()) {
    say('There is no display here, so no window is opened.');
    return null;
  }
  const browser = findBrowser();
  if (browser === null) {
    say('No Chromium, Chrome or Edge was found, so no window is opened.');
    return null;
  }
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (asRoot) say('Started as root: the browser runs without its sandbox.');
  say(`Attune opens in a ${basename(browser, '.exe')} window of its own.`);
  return openWindow(browser, launchUrl, { asRoot });
}

/** A browser that ends before it came in has failed: the address will be told, and the run goes on. */
function closedAfterUse(window: OpenWindow | null, used: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    void window?.closed.then(() => {
      if (used()) resolve();
    });
  });
}

function sayAddress(address: string, say: (line: string) => void): void {
  say('Open this address in a browser on this computer. It works once, within 30 seconds:');
  say(`  ${address}`);
}
