import { ORIGIN } from './settings.ts';

const OWN_MAKING = ['blob:', 'data:'];

/** Whether a request may leave the window: for its own files, and for what it made itself. */
export function mayLoad(url: string, packaged: boolean): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  if (OWN_MAKING.includes(protocol)) return true;
  // The developer tools load themselves; a packaged Attune has none.
  if (protocol === 'devtools:') return !packaged;
  return `${protocol}//${host}` === ORIGIN;
}
