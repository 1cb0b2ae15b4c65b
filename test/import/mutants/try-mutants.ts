import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

export interface Job {
  kind: 'csv' | 'xlsx';
  seed: number;
  part: 'read' | 'check';
}

export interface Done extends Job {
  /** `loaded`, `refused`, or what is wrong. */
  outcome: string;
  /** What was done to the file. */
  mutant: string;
  /** That the processor was busy for. */
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

/** Of the processor's time, so that a busy machine makes no hang. */
const LONGEST = 5_000;
/** By the clock; the count is slow on purpose. */
const NO_ANSWER = 60_000;
const MOST_MEMORY = 512;
/** After so many, the rest is not tried. */
const MOST_FAULTS = 100;

/**
 * Tries the mutants of some seeds, one after the other: each is read in one process, whose time and
 * memory count, and checked in another. A process that does not answer is killed.
 */
export async function tryMutants(
  kind: Job['kind'],
  first: number,
  count: number,
  kept: readonly number[] = [],
): Promise<Outcome> {
  const [reader, checker] = [new Helper('read'), new Helper('check')];
  const out = { loaded: 0, refused: 0, slowest: { seed: 0, ms: 0 }, peak: 0 };
  const faults: string[] = [];
  const seeds = [...kept, ...Array.from({ length: count }, (_, i) => first + i)];
  for (const seed of seeds) {
    const read = await reader.answer(kind, seed);
    const checked = typeof read === 'string' ? read : await checker.answer(kind, seed);
    if (typeof read === 'string' || typeof checked === 'string') {
      faults.push(`${seed}: ${checked}`);
      if (faults.length > MOST_FAULTS) break;
      continue;
    }
    const { outcome, mutant } = checked;
    if (outcome !== read.outcome) faults.push(`${seed} (${mutant}): ${read.outcome}, ${outcome}`);
    else if (outcome === 'loaded' || outcome === 'refused') out[outcome]++;
    else faults.push(`${seed} (${mutant}): ${outcome}`);
    if (read.ms > out.slowest.ms) out.slowest = { seed, ms: read.ms };
    if (read.ms > LONGEST) faults.push(`${seed} (${mutant}): ${read.ms} ms`);
    if (read.peak > MOST_MEMORY && out.peak <= MOST_MEMORY) {
      faults.push(`${seed} (${mutant}): ${read.peak} MB`);
    }
    out.peak = Math.max(out.peak, read.peak);
  }
  reader.stop();
  checker.stop();
  return { kind, seeds: `${first} to ${first + count - 1}`, ...out, faults };
}

/** A process that answers, or is started anew. */
class Helper {
  readonly #part: Job['part'];
  #process: ChildProcess;

  constructor(part: Job['part']) {
    this.#part = part;
    this.#process = start();
  }

  /** What came of a mutant; a text when nothing came in time. */
  async answer(kind: Job['kind'], seed: number): Promise<Done | string> {
    const done = await answer(this.#process, { kind, seed, part: this.#part });
    if (typeof done === 'string') {
      this.#process.kill('SIGKILL');
      this.#process = start();
    }
    return done;
  }

  stop(): void {
    this.#process.kill();
  }
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
    const timer = setTimeout(() => settle(`no answer within ${NO_ANSWER} ms`), NO_ANSWER);
    reader.on('message', settle);
    reader.on('exit', gone);
    reader.send(job);
  });
}
