import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { fileBlocks } from './source-file.ts';

/** Smaller files are hashed before a thread would have started. */
const LARGE = 16 << 20;

/** A file's hash in the making. */
export interface Hashing {
  /** SHA-256 of the file's bytes, in hexadecimal. */
  result(): Promise<string>;
  /** Gives it up. */
  stop(): void;
}

/** Hashes a file; a large one beside whatever else is done with it. */
export function hashFile(path: string, bytes: number): Hashing {
  if (bytes < LARGE) {
    const result = sha256Of(path);
    return { result: async () => result, stop: () => {} };
  }
  const thread = new Worker(`(${hashInThread})()`, { eval: true, workerData: path });
  const result = new Promise<string>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the file was not hashed to its end')));
  });
  // Whoever stops it does not ask for the result.
  result.catch(() => {});
  return { result: () => result, stop: () => void thread.terminate() };
}

/** SHA-256 of a file's bytes, in hexadecimal. */
export function sha256Of(path: string): string {
  const hash = createHash('sha256');
  for (const block of fileBlocks(path)) hash.update(block);
  return hash.digest('hex');
}

/** Goes to the thread as text: it may use nothing from around it. */
function hashInThread(): void {
  const { createHash: start } = process.getBuiltinModule('node:crypto');
  const { closeSync, openSync, readSync } = process.getBuiltinModule('node:fs');
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
  const hash = start('sha256');
  const block = Buffer.allocUnsafe(1 << 18);
  const file = openSync(workerData as string, 'r');
  try {
    for (let read = readSync(file, block); read > 0; read = readSync(file, block)) {
      hash.update(block.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  parentPort?.postMessage(hash.digest('hex'));
}
