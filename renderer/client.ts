import { type Client, createClient } from '../src/contract/client.ts';
import { METHODS, type MethodName } from '../src/contract/methods.ts';
import { browserShell } from './browser-shell.ts';
import { type Bridge, desktopShell } from './desktop-shell.ts';
import type { Shell } from './shell.ts';

declare global {
  interface Window {
    attune?: Bridge;
  }
}

/** The shell this window stands in: the desktop's bridge where it exists, else the browser's host. */
export async function findShell(): Promise<Shell> {
  return window.attune ? desktopShell(window.attune) : browserShell();
}

export function clientOf(shell: Shell): Client {
  return createClient(Object.keys(METHODS) as MethodName[], shell.send);
}
