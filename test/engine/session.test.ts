import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { toyProjects, toySession } from '../helpers/toy-project.ts';

let folder: string;
let projects: ReturnType<typeof toyProjects>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-'));
  projects = toyProjects();
});

describe('a session', () => {
  test('starts without a project and with an empty list', () => {
    const { session, workbench } = toySession(folder, projects);
    expect(session.start({})).toMatchObject({ project: null, recent: [], shell: 'browser' });
    expect(workbench).toThrow('No project is open.');
  });

  test('makes a new project in its own folder and remembers it', () => {
    const { session } = toySession(folder, projects);
    expect(session.newProject({ name: 'Harbour: 2023/24' }).name).toBe('Harbour 2023 24.attune');
    expect(readdirSync(join(folder, 'Projects'))).toEqual(['Harbour 2023 24.attune']);
    const [recent] = session.start({}).recent;
    expect(recent).toMatchObject({ name: 'Harbour 2023 24', gone: null, bytes: 16 });
    expect(recent?.folder).toBe(join(folder, 'Projects'));
  });

  test('refuses a name that is taken and leaves the file as it is', () => {
    const { session } = toySession(folder, projects);
    session.newProject({ name: 'A' });
    expect(() => session.newProject({ name: 'A' })).toThrow('exists already');
    expect(readFileSync(join(folder, 'Projects/A.attune'), 'utf8')).toBe('A');
  });

  test('a name cannot lead out of the folder', () => {
    const { session } = toySession(folder, projects);
    session.newProject({ name: '../../etc/passwd' });
    session.newProject({ name: '..' });
    session.newProject({ name: 'con' });
    expect(readdirSync(join(folder, 'Projects')).toSorted()).toEqual([
      'Project con.attune',
      'Project.attune',
      'etc passwd.attune',
    ]);
    expect(readdirSync(folder).toSorted()).toEqual(['Projects', 'recent-projects.json']);
  });

  test('opening another project closes the first, and only once the second is open', () => {
    const { session, workbench } = toySession(folder, projects);
    session.newProject({ name: 'One' });
    const one = projects.opened[0] ?? '';
    const broken = join(folder, 'broken.attune');
    writeFileSync(broken, '');
    expect(() => session.openProject({ file: broken })).toThrow('not a project');
    expect(projects.closed).toEqual([]);
    expect(workbench().project({}).title).toBe('One');
    session.newProject({ name: 'Two' });
    expect(projects.closed).toEqual([one]);
    expect(workbench().project({}).title).toBe('Two');
  });

  test('opening the open project again does not open it twice', () => {
    const { session } = toySession(folder, projects);
    session.newProject({ name: 'One' });
    session.openProject({ file: join(folder, 'Projects/One.attune') });
    expect(projects.opened).toHaveLength(1);
  });

  test('refuses what is not there and what is no file, naming it', () => {
    const { session } = toySession(folder, projects);
    expect(() => session.openProject({ file: join(folder, 'lost.attune') })).toThrow(
      'no such file',
    );
    expect(() => session.openProject({ file: folder })).toThrow('not a file');
  });
});

describe('recent projects', () => {
  test('newest first, each once, kept over sessions, readable by the owner only', () => {
    const first = toySession(folder, projects);
    first.session.newProject({ name: 'One' });
    first.session.newProject({ name: 'Two' });
    first.close();
    const { session } = toySession(folder, projects);
    const { recent } = session.start({});
    expect(recent.map(({ name }) => name)).toEqual(['Two', 'One']);
    session.openRecent({ id: recent[1]?.id ?? '' });
    expect(session.start({}).recent.map(({ name }) => name)).toEqual(['One', 'Two']);
    if (process.platform !== 'win32') {
      expect(statSync(join(folder, 'recent-projects.json')).mode & 0o777).toBe(0o600);
    }
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('a vanished project says why and is refused', () => {
    const { session } = toySession(folder, projects);
    session.newProject({ name: 'One' });
    session.newProject({ name: 'Two' });
    rmSync(join(folder, 'Projects/One.attune'));
    const [, one] = session.start({}).recent;
    expect(one?.gone).toBe('The file was moved or deleted');
    expect(() => session.openRecent({ id: one?.id ?? '' })).toThrow(
      'One cannot be opened: the file was moved or deleted.',
    );
    rmSync(join(folder, 'Projects'), { recursive: true });
    expect(session.start({}).recent[1]?.gone).toBe('Its folder or drive is not there');
    mkdirSync(join(folder, 'Projects/One.attune'), { recursive: true });
    expect(session.start({}).recent[1]?.gone).toBe('There is a folder in its place');
  });

  test('one can be taken off the list; its file stays', () => {
    const { session } = toySession(folder, projects);
    session.newProject({ name: 'One' });
    const id = session.start({}).recent[0]?.id ?? '';
    expect(session.forgetRecent({ id }).recent).toEqual([]);
    expect(existsSync(join(folder, 'Projects/One.attune'))).toBe(true);
    expect(() => session.openRecent({ id })).toThrow('no longer in the list');
  });

  test('a damaged list counts as empty and is replaced', () => {
    const list = join(folder, 'recent-projects.json');
    for (const text of ['{', '[{"path":1}]', 'null', '{"a":[]}']) {
      writeFileSync(list, text);
      chmodSync(list, 0o644);
      expect(toySession(folder, projects).session.start({}).recent).toEqual([]);
    }
    toySession(folder, projects).session.newProject({ name: 'One' });
    expect(JSON.parse(readFileSync(list, 'utf8'))).toHaveLength(1);
  });

  test('the list never grows over thirty', () => {
    const { session } = toySession(folder, projects);
    for (let n = 0; n < 35; n++) session.newProject({ name: `P${n}` });
    expect(session.start({}).recent).toHaveLength(30);
    expect(session.start({}).recent[0]?.name).toBe('P34');
  });
});
