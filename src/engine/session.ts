import { existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Session, StartInfo } from '../contract/session.ts';
import type { Workbench } from '../contract/workbench.ts';
import { privateFolder } from '../data-folder.ts';
import type { ProjectInfo, Task } from '../model/project.ts';
import { Refusal } from '../model/refusal.ts';
import {
  describeRecent,
  type RecentEntry,
  readRecents,
  recentId,
  withRecent,
  writeRecents,
} from './recents.ts';
import { safeFileName } from './safe-file-name.ts';

export type OpenWorkbench = Workbench & { close(): void };

export interface SessionSettings {
  /** Holds Projects/, the sample and the list of recent projects. */
  dataFolder: string;
  shell: StartInfo['shell'];
  version: string;
  createWorkbench(path: string, options?: { create?: { title: string } }): OpenWorkbench;
  /** Writes the sample evaluation into the folder, once, and gives the path of its project. */
  openSample(folder: string, task: Task): Promise<string>;
  sample: StartInfo['sample'];
}

export interface EngineSession {
  session: Session;
  /** The project that is open. @throws Refusal `no-project` */
  workbench(): Workbench;
  isOpen(workbench: Workbench): boolean;
  close(): void;
}

/** Which project is open, and which were. Holds at most one Workbench at a time. */
export function createSession(settings: SessionSettings): EngineSession {
  const recentsFile = join(privateFolder(settings.dataFolder), 'recent-projects.json');
  let open: { path: string; workbench: OpenWorkbench; isNew: boolean } | null = null;

  function remember(path: string, info: ProjectInfo): void {
    const openedAt = new Date().toISOString();
    const entry: RecentEntry = { path, openedAt, bytes: info.bytes, detail: describe(info) };
    writeRecents(recentsFile, withRecent(readRecents(recentsFile), entry));
  }

  function close(): void {
    if (open === null) return;
    const { path, workbench, isNew } = open;
    open = null;
    const untouched = isNew && workbench.journal({ limit: 1 }).length === 0;
    try {
      remember(path, workbench.project({}));
    } finally {
      workbench.close();
    }
    if (untouched) discard(path);
  }

  /** A project that was made and never used leaves nothing behind. */
  function discard(path: string): void {
    rmSync(path, { force: true });
    forget(path);
  }

  function forget(path: string): void {
    writeRecents(
      recentsFile,
      readRecents(recentsFile).filter((entry) => entry.path !== path),
    );
  }

  /** The new one is opened before the old one is let go: a refusal leaves everything as it was. */
  function openAt(given: string, create?: { title: string }): ProjectInfo {
    const path = create ? given : findFile(given);
    if (open?.path === path) return open.workbench.project({});
    const workbench = settings.createWorkbench(path, create ? { create } : {});
    const info = workbench.project({});
    close();
    open = { path: realpathSync(path), workbench, isNew: create !== undefined };
    remember(open.path, info);
    return info;
  }

  function start(): StartInfo {
    return {
      version: settings.version,
      shell: settings.shell,
      project: open?.workbench.project({}) ?? null,
      recent: readRecents(recentsFile).map(describeRecent),
      sample: settings.sample,
    };
  }

  const session: Session = {
    start,
    newProject({ name }) {
      const folder = privateFolder(join(settings.dataFolder, 'Projects'));
      const path = join(folder, `${safeFileName(name, 'Project')}.attune`);
      if (existsSync(path)) throw alreadyThere(path);
      return openAt(path, { title: name });
    },
    openProject: ({ file }) => openAt(file),
    openRecent({ id }) {
      const entry = readRecents(recentsFile).find(({ path }) => recentId(path) === id);
      if (entry === undefined) throw notInList();
      const { gone, name } = describeRecent(entry);
      if (gone !== null) throw vanished(name, gone);
      return openAt(entry.path);
    },
    forgetRecent({ id }) {
      const entry = readRecents(recentsFile).find(({ path }) => recentId(path) === id);
      if (entry !== undefined) forget(entry.path);
      return start();
    },
    async openSample(_input, task) {
      return openAt(
        await settings.openSample(join(settings.dataFolder, 'Sample evaluation'), task),
      );
    },
    closeProject() {
      close();
      return start();
    },
  };

  return {
    session,
    close,
    isOpen: (workbench) => open?.workbench === workbench,
    workbench() {
      if (open !== null) return open.workbench;
      throw new Refusal('no-project', 'No project is open.', { hint: 'Open or start one first.' });
    },
  };
}

/** "3,842 appointments · 371 referrals": the two largest tables as they were imported. */
function describe({ tables }: ProjectInfo): string {
  return tables
    .filter(({ origin }) => origin.made === 'import')
    .toSorted((a, b) => b.rows - a.rows)
    .slice(0, 2)
    .map(({ rows, unit }) => `${rows.toLocaleString('en-GB')} ${unit}`)
    .join(' · ');
}

function findFile(path: string): string {
  const where = { file: basename(path) };
  if (!existsSync(path)) {
    throw new Refusal('file-not-found', 'There is no such file.', { where });
  }
  if (!statSync(path).isFile()) {
    throw new Refusal('not-a-file', 'This is not a file.', { where });
  }
  return realpathSync(path);
}

function alreadyThere(path: string): Refusal {
  return new Refusal('project-exists', 'A project of this name exists already.', {
    hint: 'Open it, or choose another name.',
    where: { file: basename(path) },
  });
}

function vanished(name: string, gone: string): Refusal {
  return new Refusal('project-gone', `${name} cannot be opened: ${gone.toLowerCase()}.`, {
    hint: 'Find the file and open it from where it is now, or take it off the list.',
  });
}

function notInList(): Refusal {
  return new Refusal('not-in-list', 'This project is no longer in the list of recent projects.', {
    hint: 'Open it from its folder.',
  });
}
