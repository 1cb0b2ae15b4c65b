import { connect } from 'node:net';

export interface RawAnswer {
  status: number;
  head: string;
  header(name: string): string | null;
  body: string;
}

/** Sends exactly these bytes to the loopback server and reads what comes back until it closes. */
export function sendRaw(
  port: number,
  text: string | Buffer,
  host = '127.0.0.1',
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect({ port, host }, () => socket.write(text));
    const done = () => {
      clearTimeout(late);
      resolve(parse(Buffer.concat(parts)));
    };
    const late = setTimeout(() => socket.destroy(), 8_000);
    socket.on('data', (part) => parts.push(part));
    socket.on('close', done);
    socket.on('error', (error) => (parts.length > 0 ? done() : reject(error)));
  });
}

export interface RawRequest {
  method?: string;
  path?: string;
  /** null leaves a header out; a list sends it more than once. */
  headers?: Record<string, string | null | readonly string[]>;
  body?: string | Buffer;
}

export function rawText({
  method = 'GET',
  path = '/',
  headers = {},
  body = '',
}: RawRequest): Buffer {
  const lines = Object.entries({ Connection: 'close', ...headers }).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => `${name}: ${one}`),
  );
  const head = [`${method} ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
}

function parse(bytes: Buffer): RawAnswer {
  const text = bytes.toString('utf8');
  const end = text.indexOf('\r\n\r\n');
  const head = end < 0 ? text : text.slice(0, end);
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
    head,
    header: (name) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? null,
    body: end < 0 ? '' : unchunk(head, text.slice(end + 4)),
  };
}

function unchunk(head: string, body: string): string {
  if (!/^transfer-encoding: chunked/im.test(head)) return body;
  return [...body.matchAll(/([0-9a-f]+)\r\n([\s\S]*?)\r\n/g)].map(([, , part]) => part).join('');
}
