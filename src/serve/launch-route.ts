import { begin, sendJson, sendText } from './respond.ts';
import type { Exchange } from './shell.ts';

const HTML = 'text/html; charset=utf-8';
const PAGE = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Attune</title><script src="/go.js"></script></head>
<body><p>Opening Attune…</p></body></html>
`;

/**
 * GET /launch?token=…: lets the window in, once. Answers 200 with a page that moves on by itself: a
 * redirect that began at a file:// page would not carry the SameSite=Strict cookie.
 */
export function launchRoute({ asked, response, shell }: Exchange): void {
  const tokens = asked.query.getAll('token');
  const [token] = tokens;
  const cookie = tokens.length === 1 && token !== undefined ? shell.door.launch(token) : null;
  if (cookie === null) {
    sendText(response, 403, 'This address was for one use within 30 seconds. Start Attune again.');
    return;
  }
  begin(response, 200, HTML, { 'Set-Cookie': cookie });
  response.end(PAGE);
}

/** GET /go.js */
export function goRoute({ response }: Exchange): void {
  begin(response, 200, 'text/javascript; charset=utf-8');
  response.end("location.replace('/');\n");
}

/** GET /session.json: what the page keeps in its memory. */
export function sessionRoute({ response, shell }: Exchange): void {
  sendJson(response, 200, { csrf: shell.door.csrf(), shell: 'browser' });
}
