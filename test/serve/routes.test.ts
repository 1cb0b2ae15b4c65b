import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { SECURITY_HEADERS } from '../../src/engine/security-headers.ts';
import { rawText } from '../helpers/raw-http.ts';
import { FETCH, NAVIGATE, type ToyServer, toyServer, type Visitor } from '../helpers/toy-server.ts';

let server: ToyServer;
let visitor: Visitor;

beforeAll(async () => {
  server = await toyServer();
  visitor = await server.enter();
});
afterAll(() => server.close());

async function upload(name: string, body: string): Promise<string> {
  const headers = { 'Content-Type': 'application/octet-stream' };
  const answer = await visitor.post(`/upload?name=${encodeURIComponent(name)}`, body, { headers });
  return (JSON.parse(answer.body) as { ok: { token: string } }).ok.token;
}

const incoming = () => readdirSync(join(server.dataFolder, '.incoming'), { recursive: true });

describe('the way in', () => {
  test('a launch answers 200 with a page that moves on by itself', async () => {
    const { pathname, search } = new URL(server.door.newLaunchUrl());
    const first = await server.send({ path: pathname + search, headers: NAVIGATE });
    expect(first.status).toBe(200);
    expect(first.header('location')).toBeNull();
    expect(first.body).toContain('<script src="/go.js"></script>');
    const again = await server.send({ path: pathname + search, headers: NAVIGATE });
    expect(again.status).toBe(403);
    expect(again.header('set-cookie')).toBeNull();
    expect((await server.send({ path: '/go.js' })).body).toBe("location.replace('/');\n");
    visitor = await server.enter();
  });

  test('a launch is for the tab itself: no frame, no picture, no fetch, no look ahead', async () => {
    const { pathname, search } = new URL(server.door.newLaunchUrl());
    const wrong: Record<string, string>[] = [
      { ...NAVIGATE, 'Sec-Fetch-Dest': 'iframe' },
      { ...NAVIGATE, 'Sec-Fetch-Dest': 'image', 'Sec-Fetch-Mode': 'no-cors' },
      { ...NAVIGATE, 'Sec-Fetch-Dest': 'empty', 'Sec-Fetch-Mode': 'cors' },
      { ...NAVIGATE, 'Sec-Purpose': 'prefetch;prerender' },
      { ...NAVIGATE, Purpose: 'prefetch' },
    ];
    for (const headers of wrong) {
      expect((await server.send({ path: pathname + search, headers })).status).toBe(403);
    }
    const doubled = `${pathname}${search}&${search.slice(1)}`;
    expect((await server.send({ path: doubled, headers: NAVIGATE })).status).toBe(403);
    expect((await server.send({ path: pathname + search, headers: NAVIGATE })).status).toBe(200);
    visitor = await server.enter();
  });

  test('the second window shuts the first out', async () => {
    const first = visitor;
    visitor = await server.enter();
    expect((await first.get('/')).status).toBe(403);
    expect((await first.post('/api', '{"call":1,"method":"start","input":{}}')).status).toBe(403);
    expect((await visitor.get('/')).status).toBe(200);
  });
});

describe('what is answered', () => {
  test('the window, with its types', async () => {
    const page = await visitor.get('/');
    expect(page.body).toBe('<!doctype html><title>Toy</title>');
    expect(page.header('content-type')).toBe('text/html; charset=utf-8');
    const script = await visitor.get('/assets/app.js');
    expect(script.header('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test('every answer carries every security header, refusals too, and none of CORS', async () => {
    const answers = [
      await visitor.get('/'),
      await visitor.get('/assets/app.js'),
      await visitor.get('/nowhere'),
      await visitor.get('/session.json'),
      await server.send({ path: '/go.js' }),
      await server.send({ path: '/launch?token=x', headers: NAVIGATE }),
      await server.send({ path: '/', headers: { Host: 'evil.test' } }),
      await server.send({ method: 'OPTIONS', path: '/api' }),
      await visitor.post('/api', '{"call":1,"method":"start","input":{}}'),
      await visitor.post('/api', 'x'),
      await visitor.post('/cancel', '{"cancel":1}'),
    ];
    for (const answer of answers) {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
        expect(answer.header(name)).toBe(value);
      }
      expect(answer.head).not.toMatch(/access-control|x-powered-by|^server:/im);
    }
  });

  test('a call streams its progress and ends with its reply', async () => {
    await visitor.call('newProject', { name: 'Streams' });
    const token = await upload('a.csv', 'a\n1\n');
    const input = { file: token, table: 'a' };
    const { body, ...answer } = await visitor.post(
      '/api',
      JSON.stringify({ call: 7, method: 'importFile', input }),
    );
    expect(answer.header('content-type')).toBe('application/x-ndjson');
    const lines = body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-2)).toEqual({
      call: 7,
      progress: { done: 100, total: 100, label: 'Reading' },
    });
    expect(lines.at(-1)).toMatchObject({ call: 7, reply: { ok: { table: 'a' } } });
    expect(lines.every(({ call }) => call === 7)).toBe(true);
  });

  test('a call can be cancelled by its number', async () => {
    await visitor.call('newProject', { name: 'Cancels' });
    const input = { file: await upload('a.csv', 'a\n1\n'), table: 'slow' };
    const running = visitor.post('/api', JSON.stringify({ call: 8, method: 'importFile', input }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await visitor.post('/cancel', '{"cancel":8}')).status).toBe(200);
    expect((await running).body).toContain('"code":"cancelled"');
  });
});

describe('files', () => {
  test('an upload keeps its name and bytes in a folder of its own, until the window is done with it', async () => {
    await visitor.call('newProject', { name: 'Files' });
    const token = await upload('../Outcomes 2024 “β”.csv', 'id\n0042\n');
    expect(token).toMatch(/^[\w-]{43}$/);
    const reply = (await visitor.call('importFile', { file: token, table: 'slow' })) as {
      ok: { path: string };
    };
    expect(reply.ok.path.endsWith('Outcomes 2024 “β”.csv')).toBe(true);
    expect(reply.ok.path.startsWith(join(server.dataFolder, '.incoming'))).toBe(true);
    expect(existsSync(reply.ok.path)).toBe(true);
    await visitor.post('/release', JSON.stringify({ token }));
    expect(existsSync(reply.ok.path)).toBe(false);
    expect(await visitor.call('importFile', { file: token, table: 'a' })).toMatchObject({
      refused: { code: 'unknown-file', hint: 'Choose it again.' },
    });
  });

  test('only the owner can look into it', async () => {
    const token = await upload('private.csv', 'a');
    const file = incoming().find((name) => String(name).endsWith('private.csv'));
    const path = join(server.dataFolder, '.incoming', String(file));
    expect(readFileSync(path, 'utf8')).toBe('a');
    if (process.platform !== 'win32') {
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
    }
    expect(token).not.toBe('');
  });

  test.each(['/etc/passwd', '../x', '', '__proto__', 'constructor', 'C:\\x', 7, null, {}])(
    'a path is not a token: %o',
    async (file) => {
      expect(await visitor.call('openProject', { file })).toHaveProperty('refused.code');
      expect(await visitor.call('previewFile', { file })).toHaveProperty('refused.code');
    },
  );

  test('a project moves into the projects folder and never over another', async () => {
    for (const n of [1, 2]) {
      const file = await upload('Shared.attune', `project ${n}`);
      expect(await visitor.call('openProject', { file })).toHaveProperty('ok');
    }
    const folder = join(server.dataFolder, 'Projects');
    expect(readFileSync(join(folder, 'Shared.attune'), 'utf8')).toBe('project 1');
    expect(readFileSync(join(folder, 'Shared (2).attune'), 'utf8')).toBe('project 2');
  });

  test('nothing is left behind of a file that is no project', async () => {
    const file = await upload('broken.attune', 'x');
    expect(await visitor.call('openProject', { file })).toMatchObject({
      refused: { code: 'not-a-project' },
    });
    expect(readdirSync(join(server.dataFolder, 'Projects'))).not.toContain('broken.attune');
    expect(incoming().some((name) => String(name).endsWith('broken.attune'))).toBe(false);
  });

  test('an export waits under a token and is handed out once', async () => {
    await visitor.call('newProject', { name: 'Exports' });
    const reply = (await visitor.call('exportTable', { table: 'a', format: 'csv' })) as {
      ok: { token: string };
    };
    expect(reply.ok).toEqual({
      name: 'Täble "1".csv',
      bytes: 8,
      token: expect.stringMatching(/^[\w-]{43}$/),
      saved: false,
    });
    const body = JSON.stringify({ token: reply.ok.token });
    const file = await visitor.post('/download', body);
    expect(file.body).toBe('id\n0042\n');
    expect(file.header('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.header('content-disposition')).toBe(
      "attachment; filename*=UTF-8''T%C3%A4ble%20%221%22.csv",
    );
    expect((await visitor.post('/download', body)).status).toBe(404);
  });

  test('an upload that breaks off leaves nothing', async () => {
    const headers = {
      Host: server.door.host,
      ...FETCH,
      Cookie: visitor.cookie,
      Origin: server.door.origin,
      'Content-Type': 'application/octet-stream',
      'Content-Length': '100',
      'X-Attune-CSRF': visitor.csrf,
    };
    const socket = connect({ port: server.port, host: '127.0.0.1' });
    socket.write(rawText({ method: 'POST', path: '/upload?name=cut.csv', headers, body: 'only' }));
    const arrived = () => incoming().some((name) => String(name).endsWith('cut.csv'));
    await vi.waitUntil(arrived, { timeout: 5_000 });
    socket.destroy();
    await vi.waitUntil(() => !arrived(), { timeout: 5_000 });
  });

  test('at the end all of them are deleted', async () => {
    const other = await toyServer();
    const window = await other.enter();
    await window.post('/upload?name=a.csv', 'a', {
      headers: { 'Content-Type': 'application/octet-stream' },
    });
    expect(readdirSync(join(other.dataFolder, '.incoming'))).toHaveLength(1);
    await other.close();
    expect(readdirSync(join(other.dataFolder, '.incoming'))).toEqual([]);
  });
});
