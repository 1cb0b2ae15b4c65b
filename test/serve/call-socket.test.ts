import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { BODY_LIMIT } from '../../src/serve/read-body.ts';
import { rawText } from '../helpers/raw-http.ts';
import { type ToyServer, toyServer, type Visitor } from '../helpers/toy-server.ts';

let server: ToyServer;
let visitor: Visitor;

beforeAll(async () => {
  server = await toyServer();
  visitor = await server.enter();
});
afterAll(() => server.close());

type Headers = Record<string, string | null | readonly string[]>;

/** The request that the window makes, with the example key of RFC 6455. */
const right = (): Headers => ({
  Host: server.door.host,
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol': `attune, ${visitor.csrf}`,
  Origin: server.door.origin,
  Cookie: visitor.cookie,
});

/** What the server answers to a request for a line. */
async function answerTo(change: Headers = {}, path = '/socket'): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  let head = '';
  socket.on('data', (part) => {
    head += part.toString('latin1');
  });
  socket.on('error', () => {});
  socket.write(rawText({ path, headers: { ...right(), ...change } }));
  await vi.waitFor(() => expect(head).toContain('\r\n\r\n'));
  socket.destroy();
  return head;
}

interface Line {
  socket: WebSocket;
  /** Messages that came. */
  messages: { call: number; reply?: unknown; progress?: unknown }[];
  /** Why it was closed. */
  closed: number | null;
  say(message: unknown): void;
}

async function open(): Promise<Line> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/socket`, ['attune', visitor.csrf], {
    origin: server.door.origin,
    headers: { Host: server.door.host, Cookie: visitor.cookie },
    perMessageDeflate: false,
  });
  const line: Line = {
    socket,
    messages: [],
    closed: null,
    say: (message) => socket.send(JSON.stringify(message)),
  };
  socket.on('message', (bytes) => line.messages.push(JSON.parse(bytes.toString())));
  socket.on('close', (code) => {
    line.closed = code;
  });
  await once(socket, 'open');
  return line;
}

/** RFC 6455: what was said is not allowed here; or is too large. */
const [NOT_ALLOWED, TOO_LARGE] = [1008, 1009];
const START = { call: 1, method: 'start', input: {} };

describe('who is let in', () => {
  test('the window, with the answer of RFC 6455 to the key', async () => {
    const head = await answerTo();
    expect(head).toMatch(/^HTTP\/1\.1 101 /);
    expect(head).toContain('Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
    expect(head).toMatch(/^Sec-WebSocket-Protocol: attune$/m);
    expect(head).not.toMatch(/extensions/i);
  });

  test('nobody else: every header is needed, as it is', async () => {
    const token = visitor.csrf;
    const wrong: [string, Headers[string]][] = [
      ['Host', 'evil.test'],
      ['Host', `localhost:${server.port}`],
      ['Origin', null],
      ['Origin', 'null'],
      ['Origin', 'http://evil.test'],
      ['Origin', [server.door.origin, 'http://evil.test']],
      ['Cookie', null],
      ['Cookie', `${visitor.cookie}x`],
      ['Cookie', `${visitor.cookie}; ${visitor.cookie}`],
      ['Sec-WebSocket-Protocol', null],
      ['Sec-WebSocket-Protocol', 'attune'],
      ['Sec-WebSocket-Protocol', token],
      ['Sec-WebSocket-Protocol', `attune, ${token}x`],
      ['Sec-WebSocket-Protocol', `attune, ${token}, more`],
      ['Sec-WebSocket-Protocol', `other, ${token}`],
      ['Sec-WebSocket-Version', '8'],
      ['Sec-WebSocket-Version', null],
      ['Sec-WebSocket-Key', null],
      ['Sec-WebSocket-Key', 'short'],
      ['Upgrade', 'h2c'],
      ['Sec-Fetch-Site', 'cross-site'],
      ['Sec-Fetch-Site', 'same-site'],
      ['Sec-Fetch-Mode', 'cors'],
      ['Sec-Purpose', 'prefetch'],
    ];
    for (const [name, value] of wrong) {
      const head = await answerTo({ [name]: value });
      expect([name, value, head.slice(0, 12)]).toEqual([name, value, 'HTTP/1.1 400']);
    }
  });

  test('nowhere else', async () => {
    for (const path of ['/', '/api', '/socket/', '/Socket', '/socket%00', '//socket']) {
      expect([path, await answerTo({}, path)]).toEqual([
        path,
        expect.stringContaining('HTTP/1.1 400'),
      ]);
    }
  });
});

describe('what is said over it', () => {
  test('calls are answered with their numbers, with progress before', async () => {
    const line = await open();
    line.say(START);
    line.say({ call: 2, method: 'rows', input: { nothing: 1 } });
    await vi.waitFor(() => expect(line.messages.length).toBe(2));
    expect(line.messages[0]).toMatchObject({ call: 1, reply: { ok: { shell: 'browser' } } });
    expect(line.messages[1]).toMatchObject({
      call: 2,
      reply: { refused: { code: 'invalid-input' } },
    });
    line.socket.terminate();
  });

  test('a call can be cancelled, and is when the window goes away', async () => {
    await visitor.call('newProject', { name: 'Socket' });
    const upload = async () => {
      const headers = { 'Content-Type': 'application/octet-stream' };
      const answer = await visitor.post('/upload?name=a.csv', 'a\n1\n', { headers });
      return (JSON.parse(answer.body) as { ok: { token: string } }).ok.token;
    };
    const line = await open();
    const slow = { file: await upload(), table: 'slow' };
    line.say({ call: 5, method: 'importFile', input: slow });
    await vi.waitFor(() => expect(line.messages.some(({ progress }) => progress)).toBe(true));
    line.say({ cancel: 5 });
    await vi.waitFor(() =>
      expect(line.messages.at(-1)).toMatchObject({ reply: { refused: { code: 'cancelled' } } }),
    );
    line.say({ call: 6, method: 'importFile', input: { ...slow, file: await upload() } });
    await new Promise((resolve) => setTimeout(resolve, 100));
    line.socket.terminate();
    const next = await open();
    next.say(START);
    // Calls are answered in order: this one has not waited for the import.
    await vi.waitFor(() => expect(next.messages.length).toBe(1), 2_000);
    next.socket.terminate();
  });

  test.each([
    ['no JSON', 'x'],
    ['no object', '[1]'],
    ['no method', '{"call":1,"method":"constructor","input":{}}'],
    ['more than a call', '{"call":1,"method":"start","input":{},"more":1}'],
    ['a number that is none', '{"call":1.5,"method":"start","input":{}}'],
    ['a cancellation and more', '{"cancel":1,"call":1}'],
  ])('%s ends it', async (_name, text) => {
    const line = await open();
    line.socket.send(text);
    await vi.waitFor(() => expect(line.closed).toBe(NOT_ALLOWED));
  });

  test('bytes that are no text end it, and so does more than a body may hold', async () => {
    const [bytes, large] = [await open(), await open()];
    bytes.socket.send(Buffer.from('{}'), { binary: true });
    large.socket.send('x'.repeat(BODY_LIMIT + 1));
    await vi.waitFor(() => expect(bytes.closed).toBe(NOT_ALLOWED));
    await vi.waitFor(() => expect(large.closed).toBe(TOO_LARGE), 5_000);
  });

  test('it ends with its session: another window shuts it out', async () => {
    const line = await open();
    visitor = await server.enter();
    line.say(START);
    await vi.waitFor(() => expect(line.closed).toBe(NOT_ALLOWED));
    expect(line.messages).toEqual([]);
  });

  test('it ends with the server', async () => {
    const other = await toyServer();
    await other.enter();
    const before = { server, visitor };
    server = other;
    visitor = await other.enter();
    const { socket } = await open();
    const gone = new Promise((resolve) => socket.on('close', resolve));
    await other.close();
    await gone;
    ({ server, visitor } = before);
  });
});
