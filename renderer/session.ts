import type { CallOptions, Client, Delivered, Progress } from '../src/contract/client.ts';
import type { StartInfo } from '../src/contract/session.ts';
import type { Condition } from '../src/model/condition.ts';
import type { ProjectInfo } from '../src/model/project.ts';
import type { RefusalRecord, Reply } from '../src/model/refusal.ts';
import type { Comparison } from '../src/model/result.ts';
import type { TableInfo } from '../src/model/table.ts';
import type { BoardChart } from './board/suggest-charts.ts';
import { type DraftHistory, NO_HISTORY } from './draft-history.ts';
import type { Facets } from './facets.ts';
import type { Followed, LeftCell } from './follow.ts';
import type { ImportDraft } from './import-draft.ts';
import type { ChosenFile, Shell } from './shell.ts';
import { createStore, type Store } from './store.ts';

export const VIEWS = [
  'start',
  'sources',
  'data',
  'quality',
  'measures',
  'cohorts',
  'analyse',
  'report',
  'history',
] as const;
export const COHORTS_PARTS = ['explore', 'pathways', 'kept'] as const;
export type CohortsPart = (typeof COHORTS_PARTS)[number];

export type View = (typeof VIEWS)[number];

/** Work in the engine that somebody waits for. */
export interface Job {
  id: number;
  label: string;
  progress: Progress | null;
  cancel(): void;
}

/** What a notice calls the step back; Ctrl+Z takes it while the notice is there. */
export const UNDO = 'Undo';

/** What was said last, and the one thing that may follow from it ("Undo"). */
export interface Notice {
  text: string;
  then?: { label: string; run: () => void };
}

/** A file, or one sheet of a workbook, on its way in. */
export interface IncomingPart extends ChosenFile {
  /** Without it, the sheet that the engine takes first. */
  sheet?: string;
}

/** What the import page makes one table of. */
export interface Incoming extends IncomingPart {
  id: number;
  /** Further files or sheets whose rows come under those of the first. */
  stack?: readonly IncomingPart[];
}

/** What is known of a table in the queue without going to it. */
export interface Peek {
  headers: readonly string[];
  rows: number;
  questions: number;
  /** Why it cannot be read. */
  refused: string | null;
}

/** Two points of a table's recipe: 0 before any step, n after the first n. */
export interface QualityPoints {
  table: string;
  before: number;
  after: number;
}

export interface SessionState {
  lost: boolean;
  start: StartInfo | null;
  project: ProjectInfo | null;
  view: View;
  /** Name of the active table. */
  table: string | null;
  /** Active cohort by table; a table that is not here shows every row. */
  cohorts: Readonly<Record<string, string>>;
  /** Conditions added to the active table's cohort and not saved yet. */
  draft: readonly Condition[];
  /** What the draft was before, and what it was before that was undone. */
  drafted: DraftHistory;
  /** Charts of each table's board; a table that is not here gets those that are suggested. */
  boards: Readonly<Record<string, readonly BoardChart[]>>;
  /** Tables waiting on the import page, which of them it shows, and what was decided about each. */
  importing: readonly Incoming[];
  incoming: number | null;
  drafts: Readonly<Record<number, ImportDraft>>;
  peeks: Readonly<Record<number, Peek>>;
  /** Table whose receipt Sources shows. */
  receipt: string | null;
  /** Selected variable by table. */
  variables: Readonly<Record<string, string>>;
  /** Keys that were followed from table to table, and the cell that the grid is to come back to. */
  followed: readonly Followed[];
  /** What the rows of each table are narrowed by, as far as somebody changed it. */
  facets: Readonly<Record<string, Facets>>;
  arrival: LeftCell | null;
  /** Place of the block that Report shows; −1 is the title page. */
  block: number;
  /** Analysis whose form Analyse shows while there is no result of it. */
  analysis: string | null;
  /** Cohorts that somebody wants side by side. */
  comparing: Comparison | null;
  /** Points of a recipe between which Quality compares what the rules find. */
  qualityPoints: QualityPoints | null;
  /** Part of the page Cohorts. */
  cohortsPart: CohortsPart;
  /** Result that Analyse shows. */
  result: string | null;
  jobs: readonly Job[];
  /** Grows with every change of the project: what was asked before is asked again. */
  revision: number;
  notice: Notice | null;
  refusal: RefusalRecord | null;
  palette: boolean;
  /** The place for a pasted table is open. */
  pasting: boolean;
  /** The form for one more condition is open. */
  adding: boolean;
  /** The form for one more cleaning step is open. */
  addingStep: boolean;
}

/** The state of one window and everything that changes it from more than one place. */
export interface Session extends Store<SessionState> {
  client: Client;
  shell: Shell;
  /** Shows a call as a job in the status line, from where it can be cancelled too. */
  follow<T>(
    label: string,
    call: (options: CallOptions) => Promise<Reply<T>>,
    signal?: CallOptions['signal'],
  ): Promise<Reply<T>>;
  /** Waits for a reply with a job in the status line; a refusal is shown. `undefined` = refused. */
  ask<T>(label: string, call: (options: CallOptions) => Promise<Reply<T>>): Promise<T | undefined>;
  /** The same for a call that changes the project. */
  change<T>(
    label: string,
    call: (options: CallOptions) => Promise<Reply<T>>,
  ): Promise<T | undefined>;
  /** The same for an export: hands the file over. */
  deliver(label: string, call: (options: CallOptions) => Promise<Reply<Delivered>>): Promise<void>;
  show(project: ProjectInfo, view: View): void;
  say(text: string, then?: Notice['then']): void;
}

const INITIAL: SessionState = {
  lost: false,
  start: null,
  project: null,
  view: 'start',
  table: null,
  cohorts: {},
  draft: [],
  drafted: NO_HISTORY,
  boards: {},
  importing: [],
  incoming: null,
  drafts: {},
  peeks: {},
  receipt: null,
  variables: {},
  followed: [],
  facets: {},
  arrival: null,
  block: -1,
  analysis: null,
  comparing: null,
  qualityPoints: null,
  cohortsPart: 'explore',
  result: null,
  jobs: [],
  revision: 0,
  notice: null,
  refusal: null,
  palette: false,
  pasting: false,
  adding: false,
  addingStep: false,
};

export function createSession(client: Client, shell: Shell): Session {
  const store = createStore<SessionState>(INITIAL);
  let lastJob = 0;

  const setJobs = (change: (jobs: readonly Job[]) => readonly Job[]) =>
    store.set({ jobs: change(store.get().jobs) });

  const session: Session = {
    ...store,
    client,
    shell,
    async follow(label, call, signal) {
      lastJob += 1;
      const id = lastJob;
      const control = new AbortController();
      signal?.addEventListener('abort', () => control.abort());
      const job: Job = { id, label, progress: null, cancel: () => control.abort() };
      setJobs((jobs) => [...jobs, job]);
      const onProgress = (progress: Progress) =>
        setJobs((jobs) => jobs.map((entry) => (entry.id === id ? { ...entry, progress } : entry)));
      const reply = await call({ onProgress, signal: control.signal });
      setJobs((jobs) => jobs.filter((entry) => entry.id !== id));
      return reply;
    },
    async ask(label, call) {
      const reply = await session.follow(label, call);
      if ('ok' in reply) return reply.ok;
      if (reply.refused.code === 'cancelled') session.say(`Cancelled: ${label}.`);
      else store.set({ refusal: reply.refused });
      return undefined;
    },
    async change(label, call) {
      const value = await session.ask(label, call);
      if (value !== undefined) {
        const project = await client.project({});
        store.set({
          revision: store.get().revision + 1,
          ...('ok' in project ? { project: project.ok } : {}),
        });
      }
      return value;
    },
    async deliver(label, call) {
      const delivered = await session.ask(label, call);
      if (delivered === undefined) return;
      if (!(await shell.receive(delivered))) {
        store.set({
          refusal: {
            code: 'export-lost',
            message: 'The file was written, but did not arrive here.',
            hint: 'Export it again.',
            where: { file: delivered.name },
          },
        });
      } else if (delivered.saved || delivered.token !== null)
        session.say(`Exported ${delivered.name}.`);
    },
    show(project, view) {
      store.set({
        project,
        view,
        table: firstTable(project),
        cohorts: {},
        draft: [],
        drafted: NO_HISTORY,
        boards: {},
        importing: [],
        incoming: null,
        drafts: {},
        peeks: {},
        variables: {},
        followed: [],
        facets: {},
        arrival: null,
        block: -1,
        analysis: null,
        comparing: null,
        qualityPoints: null,
        result: null,
        receipt: null,
        revision: store.get().revision + 1,
      });
    },
    say(text, then) {
      store.set({ notice: then === undefined ? { text } : { text, then } });
    },
  };
  shell.onLost(() => store.set({ lost: true }));
  return session;
}

/** The table a project opens with: the first that was made, else the first that was imported. */
function firstTable(project: ProjectInfo): string | null {
  return project.tables[0]?.name ?? null;
}

export function activeTable(state: SessionState): TableInfo | null {
  const { project, table } = state;
  return project?.tables.find((entry) => entry.name === table) ?? project?.tables[0] ?? null;
}

/** Name of the active table's saved cohort, if one is chosen. */
export function activeCohort(state: SessionState): string | undefined {
  const table = activeTable(state);
  const name = table === null ? undefined : state.cohorts[table.name];
  return state.project?.cohorts.some((cohort) => cohort.name === name) ? name : undefined;
}
