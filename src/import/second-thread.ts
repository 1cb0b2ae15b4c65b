import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { GroupedColumn } from './group-column.ts';
import type { RunLimits } from './run-limits.ts';
import type { RunParcel } from './run-parcel.ts';
import type { TextForm } from './scan-records.ts';
import type { SourcePath } from './source-file.ts';
import type { SpillFile } from './spill.ts';

/** Beside this file, also where both are bundled. */
const PROGRAM = `./column-reader${extname(fileURLToPath(import.meta.url))}`;

/** What the second thread is to read. */
export interface ColumnsJob {
  source: SourcePath;
  form: TextForm;
  fields: readonly number[];
  limits: RunLimits;
  /** The compiled kernel. */
  kernel: object | undefined;
  /** Where it puts away what is too much for memory. */
  spillFile: SpillFile;
}

/** A column as it comes from the second thread. */
export interface ColumnParcel {
  runs: RunParcel[];
  grouped: GroupedColumn;
}

/**
 * A thread that reads some columns of a text file while this one reads the others, and hashes the file while
 * this one goes on with them. Both go through the whole file, so that each column is read in one go, whichever
 * thread it falls to: there is nothing to be joined, and the result does not depend on how the columns are
 * divided.
 */
export class SecondThread {
  readonly #thread: Worker;
  readonly #columns: Promise<ColumnParcel[] | undefined>;
  readonly #hash: Promise<string | undefined>;

  /** Starts it; it is ready a moment later. */
  constructor() {
    const thread = new Worker(new URL(PROGRAM, import.meta.url));
    this.#thread = thread;
    const columns = Promise.withResolvers<ColumnParcel[] | undefined>();
    const hash = Promise.withResolvers<string | undefined>();
    thread.on('message', (message: ColumnParcel[] | string) => {
      if (typeof message === 'string') hash.resolve(message);
      else columns.resolve(message);
    });
    for (const end of ['error', 'exit']) {
      thread.once(end, () => {
        columns.resolve(undefined);
        hash.resolve(undefined);
      });
    }
    this.#columns = columns.promise;
    this.#hash = hash.promise;
  }

  read(job: ColumnsJob): void {
    this.#thread.postMessage(job);
  }

  /** Undefined where it could not read them, for whatever reason: then this thread has to. */
  columns(): Promise<ColumnParcel[] | undefined> {
    return this.#columns;
  }

  /** SHA-256 of the file that it has read; undefined where it ended before. */
  hash(): Promise<string | undefined> {
    return this.#hash;
  }

  /** Ends it; then it writes no more to its file. */
  async stop(): Promise<void> {
    await this.#thread.terminate();
  }
}
