import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

export interface Job {
  kind: 'csv' | 'xlsx';
  seed: number;
}

export interface Done extends Job {
  /** `loaded`, `refused`, or what is wrong. */
  outcome: string;
  /** What was done to the file. */
  mutant: string;
  ms: number;
  /** The most memory the process has held so far, in MB. */
  peak: number;
}

export interface Outcome {
  kind: Job['kind'];
  seeds: string;
  loaded: number;
  refused: number;
  slowest: { seed: number; ms: number };
  /** In MB. */
  peak: number;
  faults: readonly string[];
}

const LONGEST = 5_000;
const MOST_MEMORY = 512;
/** After so many, the rest is not tried. */
const MOST_FAULTS = 100;

/** Tries the mutants of some seeds, one after the other. A process that does not answer is killed. */
export async function tryMutants(
  kind: Job['kind'],
  first: number,
  count: number,
  kept: readonly number[] = [],
): Promise<Outcome> {
  const out = {
    loaded: 0,
    refused: 0,
    slowest: { seed: 0, ms: 0 },
    peak: 0,
    faults: [] as string[],
  };
  const seeds = [...kept, ...Array.from({ length: count }, (_, i) => first + i)];
  let reader = start();
  for (const seed of seeds) {
    const done = await answer(reader, { kind, seed });
    if (typeof done === 'string') {
      out.faults.push(`${seed}: ${done}`);
      reader.kill('SIGKILL');
      if (out.faults.length > MOST_FAULTS) break;
      reader = start();
      continue;
    }
    if (done.outcome === 'loaded' || done.outcome === 'refused') out[done.outcome]++;
    else out.faults.push(`${seed} (${done.mutant}): ${done.outcome}`);
    if (done.ms > out.slowest.ms) out.slowest = { seed, ms: done.ms };
    if (done.peak > MOST_MEMORY && out.peak <= MOST_MEMORY) {
      out.faults.push(`${seed} (${done.mutant}): ${done.peak} MB`);
    }
    out.peak = Math.max(out.peak, done.peak);
  }
  reader.kill();
  return { kind, seeds: `${first} to ${first + count - 1}`, ...out };
}

function start(): ChildProcess {
  return fork(join(import.meta.dirname, 'try-one.ts'), { execArgv: [] });
}

function answer(reader: ChildProcess, job: Job): Promise<Done | string> {
  return new Promise((resolve) => {
    const settle = (done: Done | string) => {
      clearTimeout(timer);
      reader.off('message', settle);
      reader.off('exit', gone);
      resolve(done);
    };
    const gone = (code: number | null) => settle(`the process ended with ${code}`);
    const timer = setTimeout(() => settle(`no answer within ${LONGEST} ms`), LONGEST);
    reader.on('message', settle);
    reader.on('exit', gone);
    reader.send(job);
  });
}
