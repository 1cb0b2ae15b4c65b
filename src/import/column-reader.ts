import { parentPort } from 'node:worker_threads';
import { UNWATCHED } from '../model/project.ts';
import { groupAhead } from './group-column.ts';
import { sha256Of } from './hash-file.ts';
import { takeKernel } from './kernel/wasm-host.ts';
import { readColumns } from './read-columns.ts';
import { RUN_LIMITS } from './run-limits.ts';
import { packRun } from './run-parcel.ts';
import type { ColumnParcel, ColumnsJob } from './second-thread.ts';
import { Spill } from './spill.ts';

/** Smaller arrays are copied. */
const LARGE = 1 << 12;

/** What runs in the second thread: see second-thread.ts. */
const port = parentPort;
if (port === null) throw new Error('column-reader.ts runs as a worker thread only.');

port.once('message', async (job: ColumnsJob) => {
  const { source, form, fields, limits, kernel, spillFile } = job;
  takeKernel(kernel);
  Object.assign(RUN_LIMITS, limits);
  const spill = new Spill(limits.inMemory, spillFile);
  const { table } = await readColumns(
    source,
    form,
    { fields, lines: false },
    { spill, limits },
    UNWATCHED,
  );
  const columns = table.columns.map(({ runs = [] }): ColumnParcel => {
    return { runs: runs.map(packRun), grouped: groupAhead(runs, table.rows) };
  });
  port.postMessage(columns, buffersIn(columns));
  port.postMessage(sha256Of(source.path));
});

/** The memory of all large arrays: it goes over to the other thread. */
function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    if (value.byteLength >= LARGE) found.add(value.buffer as ArrayBuffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) buffersIn(each, found);
  }
  return [...found];
}
