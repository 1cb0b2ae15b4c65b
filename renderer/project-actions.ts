import type { Client } from '../src/contract/client.ts';
import type { ProjectInfo } from '../src/model/project.ts';
import type { Reply } from '../src/model/refusal.ts';
import { addIncoming, dropIncoming } from './import-queue.ts';
import { type PastedTable, pastedName } from './pasted-table.ts';
import { isDecisionsFile, takeDecisions } from './saved-decisions.ts';
import type { Session, View } from './session.ts';
import type { ChosenFile } from './shell.ts';
import { counted } from './words.ts';

/** "harbour referrals_2024.csv" → "harbour referrals 2024" */
export function projectNameFrom(file: string): string {
  const stem = file.replace(/\.[^.]*$/, '').replace(/[_\s]+/g, ' ');
  return stem.trim().slice(0, 80) || 'New project';
}

export function isProjectFile(name: string): boolean {
  return /\.attune$/i.test(name);
}

/** Asks for files and imports them, or opens the project among them. */
export async function importChosen(session: Session): Promise<void> {
  await takeReplies(session, await session.shell.chooseFiles());
}

/** Imports a table that somebody copied somewhere else. */
export async function importPasted(session: Session, { text, rows }: PastedTable): Promise<void> {
  const taken = await session.ask('Taking the pasted table', () =>
    session.shell.takeText(pastedName(), text),
  );
  if (taken === undefined) return;
  await takeReplies(session, [{ ok: taken }]);
  session.say(
    `Pasted ${counted(rows, 'line')}. Cells are as they were shown where they were copied.`,
  );
}

export async function importDropped(session: Session, files: readonly File[]): Promise<void> {
  const taken = await session.ask('Reading the dropped files', async () => {
    return { ok: await Promise.all(files.map((file) => session.shell.takeFile(file))) };
  });
  await takeReplies(session, taken ?? []);
}

async function takeReplies(session: Session, replies: readonly Reply<ChosenFile>[]): Promise<void> {
  const refused = replies.find((reply) => 'refused' in reply);
  if (refused !== undefined && 'refused' in refused) session.set({ refusal: refused.refused });
  const files = replies.flatMap((reply) => ('ok' in reply ? [reply.ok] : []));
  const project = files.find((file) => isProjectFile(file.name));
  if (project !== undefined) {
    await openFile(session, project);
    return;
  }
  const tables = files.filter((file) => !isDecisionsFile(file.name));
  const [table] = tables;
  if (table !== undefined) await importFiles(session, table, tables);
  for (const file of files) if (isDecisionsFile(file.name)) await takeDecisions(session, file);
}

async function importFiles(
  session: Session,
  first: ChosenFile,
  files: readonly ChosenFile[],
): Promise<void> {
  if (session.get().project === null) {
    const name = projectNameFrom(first.name);
    const project = await session.ask('Making a project', () => newProject(session.client, name));
    if (project === undefined) return;
    session.show(project, 'sources');
  }
  addIncoming(session, files);
}

/** A new project of this name, or of the name with the first number that is free. */
async function newProject(client: Client, name: string): Promise<Reply<ProjectInfo>> {
  for (let n = 1; ; n += 1) {
    const reply = await client.newProject({ name: n === 1 ? name : `${name} ${n}` });
    if ('ok' in reply || reply.refused.code !== 'project-exists' || n > MOST_NAMES) return reply;
  }
}

const MOST_NAMES = 100;

/** One file for something other than an import; undefined when the dialog was closed or it was refused. */
export async function chooseOne(session: Session): Promise<ChosenFile | undefined> {
  const [reply] = await session.shell.chooseFiles();
  if (reply === undefined) return undefined;
  if ('ok' in reply) return reply.ok;
  session.set({ refusal: reply.refused });
  return undefined;
}

export async function openChosen(session: Session): Promise<void> {
  const file = await chooseOne(session);
  if (file !== undefined) await openFile(session, file);
}

async function openFile(session: Session, file: ChosenFile): Promise<void> {
  const project = await session.ask(`Opening ${file.name}`, () =>
    session.client.openProject({ file: file.token }),
  );
  if (project !== undefined) session.show(project, landing(project));
}

export async function openRecent(session: Session, id: string): Promise<void> {
  const project = await session.ask('Opening the project', () => session.client.openRecent({ id }));
  if (project !== undefined) session.show(project, landing(project));
}

export const SAMPLE_LABEL = 'Making the sample evaluation';

export async function openSample(session: Session): Promise<void> {
  const project = await session.ask(SAMPLE_LABEL, (options) =>
    session.client.openSample({}, options),
  );
  if (project !== undefined) session.show(project, landing(project));
}

export async function closeProject(session: Session): Promise<void> {
  const start = await session.ask('Closing the project', () => session.client.closeProject({}));
  if (start === undefined) return;
  session.set({
    start,
    project: null,
    view: 'start',
    table: null,
    draft: [],
    importing: [],
    incoming: null,
    drafts: {},
    peeks: {},
    analysis: null,
    result: null,
  });
}

/** Goes on with the next table. A project that was only made for this one goes with it. */
export async function leaveFileOut(session: Session, id: number): Promise<void> {
  dropIncoming(session, id);
  const { importing, project } = session.get();
  if (importing.length === 0 && project?.tables.length === 0) await closeProject(session);
}

/** Where a project opens: its data, or the place that brings some in. */
function landing(project: ProjectInfo): View {
  return project.tables.length > 0 ? 'data' : 'sources';
}
