import { existsSync, readFileSync } from 'node:fs';
import { loadFile } from '../../src/import/load-file.ts';
import { UNWATCHED } from '../../src/model/project.ts';
import { Refusal } from '../../src/model/refusal.ts';

/** Reads one file in a process of its own and says what came of it, how long it took, and its memory. */
async function outcome(file: string): Promise<string> {
  try {
    await loadFile({ file }, UNWATCHED);
    return 'loaded';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/**
 * In MB. The figure of the operating system counts what the parent held when it made this process,
 * except where the system has one for the program alone.
 */
function peakMemory(): number {
  const status = '/proc/self/status';
  const own = existsSync(status) && /VmHWM:\s*(\d+)/.exec(readFileSync(status, 'utf8'))?.[1];
  return (own ? Number(own) : process.resourceUsage().maxRSS) / 1024;
}

const start = performance.now();
const came = await outcome(process.argv[2] ?? '');
const polluted = Object.keys(Object.prototype).length > 0 || 'polluted' in {};
const ms = performance.now() - start;
console.log(JSON.stringify({ outcome: came, ms, peak: peakMemory(), polluted }));
