import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawText, sendRaw } from '../helpers/raw-http.ts';
import { NAVIGATE, type ToyServer, toyServer, type Visitor } from '../helpers/toy-server.ts';

let server: ToyServer;
let visitor: Visitor;

beforeAll(async () => {
  server = await toyServer();
  visitor = await server.enter();
});
afterAll(() => server.close());

const START = JSON.stringify({ call: 1, method: 'start', input: {} });
const PATHS = ['/', '/api', '/session.json', '/launch', '/go.js', '/assets/app.js'];

describe('the name of the server', () => {
  const wrong = (host: string, port: number): (string | null | string[])[] => [
    null,
    '',
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    `[::1]:${port}`,
    `0.0.0.0:${port}`,
    `evil.test:${port}`,
    `127.attacker.example:${port}`,
    `${host}.evil.test`,
    `evil.${host}`,
    host.replace(`:${port}`, ''),
    host.replace(`:${port}`, `:${port + 1}`),
    host.replace(`:${port}`, `.:${port}`),
    host.toUpperCase(),
    `${host}, evil.test`,
    `x@${host}`,
    `${host}#`,
    `${host}/`,
    `w-0123456789abcdef.localhost:${port}`,
    `w-${'*'.repeat(16)}.localhost:${port}`,
    [host, host],
    [host, 'evil.test'],
    ['evil.test', host],
  ];

  test('a wrong, missing or doubled Host is answered with 421 everywhere, cookie or not', async () => {
    for (const host of wrong(server.door.host, server.port)) {
      for (const path of PATHS) {
        const answer = await server.send({
          path,
          headers: { Host: host, Cookie: visitor.cookie, 'Sec-Fetch-Site': 'same-origin' },
        });
        expect([host, path, answer.status]).toEqual([host, path, 421]);
        expect(answer.body).not.toContain('<!doctype');
      }
    }
  });

  test('a right call under a wrong name is not heard', async () => {
    for (const host of wrong(server.door.host, server.port)) {
      const answer = await visitor.post('/api', START, { headers: { Host: host } });
      expect([host, answer.status]).toEqual([host, 421]);
    }
  });

  test('an absolute request target does not stand in for the Host', async () => {
    const absolute = `http://${server.door.host}/`;
    const headers = { Cookie: visitor.cookie };
    const other = await server.send({ path: absolute, headers: { ...headers, Host: 'evil.test' } });
    expect(other.status).toBe(421);
    const ours = await server.send({ path: absolute, headers });
    expect(ours.status).toBe(404);
  });

  test('X-Forwarded-Host and its like change nothing', async () => {
    for (const name of ['X-Forwarded-Host', 'Forwarded', 'X-Host', 'X-Original-URL']) {
      const headers = { Host: 'evil.test', [name]: server.door.host, Cookie: visitor.cookie };
      expect((await server.send({ headers })).status).toBe(421);
    }
  });

  test('HTTP/1.0 without a Host is refused', async () => {
    const answer = await sendRaw(server.port, 'GET / HTTP/1.0\r\n\r\n');
    expect(answer.status).toBe(421);
  });

  test('is different in every run and names no port of another', async () => {
    const other = await toyServer();
    expect(other.door.host).toMatch(/^w-[0-9a-f]{16}\.localhost:\d+$/);
    expect(other.door.host.split(':')[0]).not.toBe(server.door.host.split(':')[0]);
    const answer = await sendRaw(
      other.port,
      rawText({ headers: { Host: server.door.host, Cookie: visitor.cookie } }),
    );
    expect(answer.status).toBe(421);
    await other.close();
  });
});

describe('the address it listens on', () => {
  test('is 127.0.0.1 and no other of this computer', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
      .map(({ address }) => address);
    for (const host of new Set([...others, '::1', '127.0.0.2'])) {
      expect([host, await reachable(server.port, host)]).toEqual([host, false]);
    }
    expect(await reachable(server.port, '127.0.0.1')).toBe(true);
  });

  test('a port that is taken is refused, not shared', async () => {
    const { startServing } = await import('../../src/serve/start-serving.ts');
    const { mkdtempSync, writeFileSync } = await import('node:fs');
    const window = mkdtempSync('/tmp/attune-toy-');
    writeFileSync(`${window}/index.html`, '');
    const dataFolder = mkdtempSync('/tmp/attune-');
    await expect(startServing({ port: server.port, window, dataFolder })).rejects.toThrow(
      `Port ${server.port} cannot be used.`,
    );
  });
});

describe('calls', () => {
  const forged: [string, Record<string, string | null | string[]>][] = [
    ['no Origin', { Origin: null }],
    ['Origin null', { Origin: 'null' }],
    ['foreign Origin', { Origin: 'http://evil.test' }],
    ['no Cookie', { Cookie: null }],
    ['empty Cookie', { Cookie: '' }],
    ['forged session', { Cookie: `attune-session=${'A'.repeat(43)}` }],
    ['empty session', { Cookie: 'attune-session=' }],
    ['session "undefined"', { Cookie: 'attune-session=undefined' }],
    ['session "null"', { Cookie: 'attune-session=null' }],
    ['no CSRF token', { 'X-Attune-CSRF': null }],
    ['empty CSRF token', { 'X-Attune-CSRF': '' }],
    ['wrong CSRF token', { 'X-Attune-CSRF': 'A'.repeat(43) }],
    ['CSRF token "null"', { 'X-Attune-CSRF': 'null' }],
    ['cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['same-site', { 'Sec-Fetch-Site': 'same-site' }],
    ['typed', { 'Sec-Fetch-Site': 'none' }],
    ['no Sec-Fetch-Site', { 'Sec-Fetch-Site': null }],
    ['no-cors', { 'Sec-Fetch-Mode': 'no-cors' }],
    ['navigation', { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }],
    ['frame', { 'Sec-Fetch-Dest': 'iframe' }],
    ['prefetch', { 'Sec-Purpose': 'prefetch' }],
  ];

  test('one that is right in all is heard', async () => {
    const answer = await visitor.post('/api', START);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ call: 1, reply: { ok: { shell: 'browser' } } });
  });

  test.each(forged)('one with %s is refused on every route', async (_name, headers) => {
    for (const path of ['/api', '/cancel', '/download', '/upload?name=a.csv', '/nowhere']) {
      const answer = await visitor.post(path, START, { headers });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });

  test('an Origin that is nearly ours is foreign', async () => {
    const { origin, host } = server.door;
    const near = [
      origin.replace('http:', 'https:'),
      `${origin}/`,
      `${origin}.evil.test`,
      `${origin}:80`,
      origin.toUpperCase(),
      host,
      `http://evil.test#${origin}`,
      `http://127.0.0.1:${server.port}`,
      `http://localhost:${server.port}`,
      origin.replace(`:${server.port}`, ''),
      'file://',
      '',
    ];
    for (const Origin of [...near, [origin, origin], [origin, 'http://evil.test']]) {
      const answer = await visitor.post('/api', START, { headers: { Origin } });
      expect([Origin, answer.status]).toEqual([Origin, 403]);
    }
  });

  test('secrets that come twice, cut or lengthened are none', async () => {
    const { cookie, csrf } = visitor;
    const wrong: Record<string, string | string[]>[] = [
      { Cookie: `${cookie}; ${cookie}` },
      { Cookie: `attune-session=x; ${cookie}` },
      { Cookie: [cookie, cookie] },
      { Cookie: cookie.slice(0, -1) },
      { Cookie: `${cookie}A` },
      { Cookie: cookie.toLowerCase() },
      { Cookie: cookie.replace('attune-session', 'Attune-Session') },
      { Cookie: cookie.replace('attune-session', '__Host-attune-session') },
      { 'X-Attune-CSRF': csrf.slice(0, -1) },
      { 'X-Attune-CSRF': `${csrf}A` },
      { 'X-Attune-CSRF': [csrf, csrf] },
      { 'X-Attune-CSRF': cookie.split('=')[1] ?? '' },
    ];
    for (const headers of wrong) {
      expect([headers, (await visitor.post('/api', START, { headers })).status]).toEqual([
        headers,
        403,
      ]);
    }
  });

  test.each([
    null,
    '',
    'text/plain',
    'text/plain;application/json',
    'application/json; charset=utf-8',
    'application/json;',
    'APPLICATION/JSON',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
    'application/jsonp',
  ])('content type %o is not a message', async (type) => {
    const answer = await visitor.post('/api', START, { headers: { 'Content-Type': type } });
    expect(answer.status).toBe(415);
  });

  test('two content types are not a message', async () => {
    const headers = { 'Content-Type': ['application/json', 'text/plain'] };
    expect((await visitor.post('/api', START, { headers })).status).toBe(415);
  });

  test('an upload is raw bytes and says so', async () => {
    for (const type of ['text/csv', 'multipart/form-data; boundary=x', 'application/json', null]) {
      const headers = { 'Content-Type': type };
      const answer = await visitor.post('/upload?name=a.csv', 'a,b', { headers });
      expect(answer.status).toBe(415);
    }
  });

  test('a body over 1 MB is refused before it is sent', async () => {
    const headers = { 'Content-Length': '1000001' };
    expect((await visitor.post('/api', '', { headers })).status).toBe(413);
  });

  test('a body that does not say its size, or lies about it, is refused', async () => {
    const chunked = { 'Content-Length': null, 'Transfer-Encoding': 'chunked' };
    const wire = `${START.length.toString(16)}\r\n${START}\r\n0\r\n\r\n`;
    expect((await visitor.post('/api', wire, { headers: chunked })).status).toBe(413);
    for (const length of ['-1', '1e3', '+5', '0x10', ' ']) {
      const headers = { 'Content-Length': length };
      const { status } = await visitor.post('/api', START, { headers });
      expect([length, [400, 413].includes(status)]).toEqual([length, true]);
    }
    const both = { 'Transfer-Encoding': 'chunked' };
    expect((await visitor.post('/api', START, { headers: both })).status).toBe(400);
  });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '"start"',
    '7',
    '{}',
    '{"call":1}',
    '{"call":1,"method":"constructor","input":{}}',
    '{"call":1,"method":"__proto__","input":{}}',
    '{"call":1,"method":"toString","input":{}}',
    '{"call":1,"method":["start"],"input":{}}',
    '{"call":"1","method":"start","input":{}}',
    '{"call":-1,"method":"start","input":{}}',
    '{"call":1.5,"method":"start","input":{}}',
    '{"call":1,"method":"start","input":{},"stop":true}',
    '{"stop":true}',
    '{"cancel":1}',
    '\u0000',
  ])('the body %j is no call', async (body) => {
    const answer = await visitor.post('/api', body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toHaveProperty('refused.code');
  });

  test('text that is not UTF-8 is no call', async () => {
    const body = Buffer.from(START.replace('start', 'st\u00e4rt'), 'latin1');
    expect((await visitor.post('/api', body)).status).toBe(400);
  });

  test('__proto__ in an input reaches no prototype', async () => {
    const body = '{"call":1,"method":"start","input":{"__proto__":{"polluted":1}}}';
    await visitor.post('/api', body);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('methods and paths', () => {
  test.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE', 'PROPFIND', 'LINK'])(
    '%s is never answered',
    async (method) => {
      for (const path of [...PATHS, '*']) {
        const headers = {
          Cookie: visitor.cookie,
          Origin: 'http://evil.test',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Private-Network': 'true',
        };
        const answer = await server.send({ method, path, headers });
        expect([path, answer.status]).toEqual([path, 405]);
        expect(answer.head).not.toMatch(/access-control/i);
      }
    },
  );

  test('each route has its own method', async () => {
    for (const path of ['/api', '/cancel', '/download', '/upload?name=a.csv']) {
      expect((await visitor.get(path)).status).toBe(405);
    }
    for (const path of ['/session.json', '/launch', '/go.js']) {
      expect((await visitor.post(path, START)).status).toBe(405);
    }
    expect((await visitor.post('/', START)).status).toBe(404);
  });

  test.each([
    '/../package.json',
    '/../../../../etc/passwd',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%5c..%5cpackage.json',
    '/..\\..\\package.json',
    '/....//....//etc/passwd',
    '/%252e%252e/etc/passwd',
    '/assets/app.js%00.html',
    '/assets/./app.js',
    '/assets//app.js',
    '//assets/app.js',
    '//evil.test/assets/app.js',
    '/ASSETS/app.js',
    '/assets/app.js/',
    '/assets/app.js;x',
    '/assets',
    '/assets/',
    '/assets/app.js.map',
    '/index.html',
    '/.incoming',
    '/recent-projects.json',
    '/file:///etc/passwd',
    'file:///etc/passwd',
    'assets/app.js',
    '/constructor',
    '/__proto__',
    '/favicon.ico',
  ])('%s is not served', async (path) => {
    const answer = await visitor.get(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toMatch(/root:|"name"|document\.title/);
  });

  test('a WebSocket and a tunnel are not opened', async () => {
    const upgrade = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
      Cookie: visitor.cookie,
      Origin: server.door.origin,
    };
    for (const path of ['/', '/api']) {
      expect((await server.send({ path, headers: upgrade })).status).toBe(400);
    }
    const h2c = { ...upgrade, Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABkAAQCAAAAAAIAAAAA' };
    expect((await server.send({ headers: h2c })).status).toBe(400);
    expect((await server.send({ method: 'CONNECT', path: 'evil.test:443' })).status).toBe(400);
    const expectation = { headers: { Expect: '100-continue' } };
    expect((await visitor.post('/api', START, expectation)).status).toBe(417);
  });
});

describe('raw bytes', () => {
  const host = () => `Host: ${server.door.host}\r\n`;

  test.each([
    ['garbage', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    [
      'two lengths',
      () => `POST /api HTTP/1.1\r\n${host()}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
    ],
    ['a folded header', () => `GET / HTTP/1.1\r\n${host()}X: a\r\n b\r\n\r\n`],
    ['a space before the colon', () => `GET / HTTP/1.1\r\n${host()}Cookie : a=b\r\n\r\n`],
    ['a bare CR', () => `GET / HTTP/1.1\r\n${host()}X: a\rb\r\n\r\n`],
    ['a NUL in a header', () => `GET / HTTP/1.1\r\n${host()}X: a\0b\r\n\r\n`],
    ['no version', () => 'GET /\r\n\r\n'],
    ['an unknown version', () => `GET / HTTP/9.9\r\n${host()}\r\n`],
    [
      'a chunk size that is none',
      () => `POST /api HTTP/1.1\r\n${host()}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
    ],
  ])('%s is refused', async (_name, text) => {
    const answer = await sendRaw(server.port, Buffer.from(text(), 'latin1'));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain('<!doctype');
  });

  test('a head over 8 KB is not even read', async () => {
    const long = 'a'.repeat(9_000);
    const headers = await visitor.get('/', { headers: { X: long } });
    expect([headers.status, headers.body]).toEqual([400, '']);
    const address = await visitor.get(`/${long}`);
    expect([address.status, address.body]).toEqual([400, '']);
  });

  test('a second request smuggled behind the first is judged by itself', async () => {
    const first = rawText({
      method: 'GET',
      headers: { Host: server.door.host, Cookie: visitor.cookie, Connection: 'keep-alive' },
    });
    const second = rawText({ headers: { Host: 'evil.test', Cookie: visitor.cookie } });
    const answer = await sendRaw(server.port, Buffer.concat([first, second]));
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('This is not the name of this server.');
  });

  test('headers that never end are cut off', async () => {
    const began = performance.now();
    const socket = connect({ port: server.port, host: '127.0.0.1' });
    socket.write(`GET / HTTP/1.1\r\n${host()}`);
    await new Promise<void>((resolve) => {
      socket.on('close', () => resolve());
      socket.on('error', () => resolve());
      socket.resume();
    });
    expect(performance.now() - began).toBeLessThan(9_000);
  }, 12_000);

  test('after all that, a right call is still heard', async () => {
    expect((await visitor.post('/api', START)).status).toBe(200);
  });
});

describe('without a session', () => {
  test('nothing of the window is served', async () => {
    for (const path of ['/', '/assets/app.js', '/session.json', '/nowhere']) {
      const headers = {
        'Sec-Fetch-Site': 'same-origin',
        'Sec-Fetch-Mode': 'cors',
        'Sec-Fetch-Dest': 'empty',
      };
      const answer = await server.send({ path, headers });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });

  test('and with one, not to another site, nor as a document to a page', async () => {
    for (const site of ['cross-site', 'same-site']) {
      for (const path of ['/', '/assets/app.js', '/session.json']) {
        const answer = await visitor.get(path, { headers: { 'Sec-Fetch-Site': site } });
        expect([site, path, answer.status]).toEqual([site, path, 403]);
      }
    }
    const opened = await visitor.get('/session.json', {
      headers: { ...NAVIGATE, 'Sec-Fetch-Site': 'none' },
    });
    expect(opened.status).toBe(403);
  });
});

/** Whether anything answers there at all. */
function reachable(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const settle = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.setTimeout(1_000, () => settle(false));
    socket.on('connect', () => settle(true));
    socket.on('error', () => settle(false));
  });
}
