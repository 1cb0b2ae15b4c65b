import { Refusal } from '../model/refusal.ts';
import { readJsonBody } from './read-body.ts';
import { begin, sendJson } from './respond.ts';
import type { Exchange } from './shell.ts';

/** POST /upload?name=…: takes a file of any size in, as it is, and gives the token that stands for it. */
export async function uploadRoute({ asked, request, response, shell }: Exchange): Promise<void> {
  const name = asked.query.get('name') ?? '';
  sendJson(response, 200, { ok: await shell.incoming.receive(request, name) });
}

/** POST /release {token}: the window is done with a file that it sent. */
export async function releaseRoute({ request, response, shell }: Exchange): Promise<void> {
  const { token } = await readJsonBody(request);
  if (typeof token === 'string') shell.incoming.drop(token);
  sendJson(response, 200, { ok: null });
}

/** POST /download {token}: hands an export out, once. */
export async function downloadRoute({ request, response, shell }: Exchange): Promise<void> {
  const { token } = await readJsonBody(request);
  const artifact = typeof token === 'string' ? shell.outgoing.take(token) : null;
  if (artifact === null) {
    throw new Refusal('unknown-file', 'This export is no longer at hand.', {
      hint: 'Export it again.',
    });
  }
  begin(response, 200, artifact.mime, {
    'Content-Length': String(artifact.bytes.byteLength),
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeName(artifact.name)}`,
  });
  response.end(artifact.bytes);
}

/** RFC 8187: what encodeURIComponent leaves alone but the header does not take. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
