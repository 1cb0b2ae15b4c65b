import { SECURITY_HEADERS } from '../src/engine/security-headers.ts';
import type { StaticFiles } from '../src/engine/static-files.ts';
import { ORIGIN } from './settings.ts';

/** Answers app://workbench/…: a look-up among the files of the window, never a path. */
export function answerAppRequest(request: Request, files: StaticFiles): Response {
  if (request.method !== 'GET') return refuse(405);
  const path = pathOf(request.url);
  const file = path === null ? undefined : files.get(path);
  if (file === undefined) return refuse(404);
  return new Response(file.bytes, {
    headers: { ...SECURITY_HEADERS, 'Content-Type': file.type },
  });
}

/** The path as it was asked for; null for another host. */
function pathOf(url: string): string | null {
  if (!url.startsWith(`${ORIGIN}/`)) return null;
  return url.slice(ORIGIN.length).split(/[?#]/, 1)[0] ?? null;
}

function refuse(status: number): Response {
  return new Response('There is nothing here.', {
    status,
    headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
