/**
 * Tries mutants of text files and workbooks in a process of its own, which is watched and killed where
 * it hangs. Prints the seeds of those that do what they should not.
 * Usage: node test/import/mutants/run.ts csv|xlsx [how many] [first seed]
 */
import { type Job, tryMutants } from './try-mutants.ts';

const [kind = 'csv', count = '10000', first = '1'] = process.argv.slice(2);
const outcome = await tryMutants(kind as Job['kind'], Number(first), Number(count));
console.log(JSON.stringify(outcome, null, 2));
if (outcome.faults.length > 0) process.exitCode = 1;
