import type { Task } from '../model/project.ts';
import { type Hashing, hashFile } from './hash-file.ts';
import { judgeAhead } from './judge-column.ts';
import { compiledKernel } from './kernel/wasm-host.ts';
import type { LineCount } from './line-count.ts';
import type { RawTable, RawValues } from './raw-table.ts';
import { readColumns } from './read-columns.ts';
import { LARGE_FILE, RUN_LIMITS, type RunLimits } from './run-limits.ts';
import { unpackRun } from './run-parcel.ts';
import { RunValues } from './run-values.ts';
import type { TextForm } from './scan-records.ts';
import { SecondThread } from './second-thread.ts';
import { shareColumns } from './share-columns.ts';
import type { SourcePath } from './source-file.ts';
import { Spill } from './spill.ts';

/** How long the second thread is waited for before a cancellation is looked for, in milliseconds. */
const WAIT = 50;

/** Reads the table of a text file. */
export interface TableReader {
  /** @param sample the first records */
  read(
    form: TextForm,
    sample: Uint8Array,
    task: Task,
  ): Promise<{ table: RawTable; lineEnds: LineCount }>;
  /** Hashes the file, or waits for the thread that does so already. */
  hash(): Hashing;
  /** Gives back what the table keeps on disk; it cannot be read afterwards. */
  discard(): void;
  /** Ends what still goes on: before anything is given back. */
  stop(): Promise<void>;
}

/** A large file is read by two threads; a very large one by one, since two take more memory. */
export function openReader(source: SourcePath, limits: RunLimits): TableReader {
  const isShared = source.bytes >= limits.shared && source.bytes < LARGE_FILE;
  return isShared ? readTogether(source, limits) : readAlone(source, limits);
}

function readAlone(source: SourcePath, limits: RunLimits): TableReader {
  const spill = new Spill(limits.inMemory);
  return {
    read: (form, _, task) => {
      const taken = { fields: fieldsOf(form), lines: true };
      return readColumns(source, form, taken, { spill, limits }, task);
    },
    hash: () => hashFile(source.path, source.bytes),
    discard: () => spill.close(),
    stop: async () => {},
  };
}

function readTogether(source: SourcePath, all: RunLimits): TableReader {
  const limits = { ...all, inMemory: all.inMemory / 2 };
  const [ours, theirs] = [new Spill(limits.inMemory), new Spill(limits.inMemory)];
  const thread = new SecondThread();
  return {
    read: async (form, sample, task) => {
      // What the heaviest takes in memory goes with the thread.
      const [others, own] = shareColumns(sample, form, limits.later / source.bytes);
      thread.read({
        source,
        form: { ...form, isProven: true },
        fields: others,
        limits: { ...RUN_LIMITS, ...limits },
        kernel: compiledKernel(),
        spillFile: theirs.open(),
      });
      const keeping = { spill: ours, limits };
      const mine = { fields: own, lines: true };
      const { table, lineEnds } = await readColumns(source, form, mine, keeping, task);
      const columns = new Array<RawValues>(form.width);
      for (const [i, field] of own.entries()) {
        const runs = table.columns[i]?.runs ?? [];
        const judged = judgeAhead(new RunValues(runs), table.rows);
        columns[field] = new RunValues(runs, { judged });
        await task.checkpoint();
      }
      const parcels = await patiently(thread.columns(), task);
      const read = parcels?.map(({ runs, grouped }) => {
        return new RunValues(
          runs.map((run) => unpackRun(run, theirs, keeping)),
          { grouped },
        );
      });
      const left = { fields: others, lines: false };
      const rest = read ?? (await readColumns(source, form, left, keeping, task)).table.columns;
      for (const [i, field] of others.entries()) columns[field] = rest[i] as RawValues;
      return { table: { ...table, columns }, lineEnds };
    },
    hash: () => ({
      result: async () =>
        (await thread.hash()) ?? (await hashFile(source.path, source.bytes).result()),
      stop: () => void thread.stop(),
    }),
    discard: () => {
      ours.close();
      theirs.close();
    },
    stop: () => thread.stop(),
  };
}

/** Waits for something that another thread does, and yet hears of a cancellation. */
async function patiently<T>(result: Promise<T>, task: Task): Promise<T> {
  for (;;) {
    const pause = new Promise<'not yet'>((resolve) => setTimeout(resolve, WAIT, 'not yet'));
    const first = await Promise.race([result, pause]);
    if (first !== 'not yet') return first as T;
    await task.checkpoint();
  }
}

function fieldsOf({ width }: TextForm): number[] {
  return Array.from({ length: width }, (_, field) => field);
}
