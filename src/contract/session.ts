import type { ProjectInfo, Task } from '../model/project.ts';

export interface RecentProject {
  id: string;
  name: string;
  folder: string;
  openedAt: string;
  bytes: number;
  /** Why it cannot be opened now; null when it can. */
  gone: string | null;
  detail: string;
}

export interface StartInfo {
  version: string;
  shell: 'desktop' | 'browser';
  project: ProjectInfo | null;
  recent: readonly RecentProject[];
  /** What the sample evaluation contains, for the Start page. */
  sample: {
    title: string;
    about: string;
    contains: readonly { label: string; n: number }[];
    faults: readonly { sign: '✕' | '!' | '?'; label: string; n: number }[];
  };
}

/** Which project is open: the part of the engine above a Workbench. */
export interface Session {
  start(input: Record<string, never>): StartInfo;
  newProject(input: { name: string }): ProjectInfo;
  openProject(input: { file: string }): ProjectInfo;
  openRecent(input: { id: string }): ProjectInfo;
  forgetRecent(input: { id: string }): StartInfo;
  openSample(input: Record<string, never>, task: Task): Promise<ProjectInfo>;
  closeProject(input: Record<string, never>): StartInfo;
}
