import { runEvaluation } from '../../run-evaluation.ts';
import { type Command, positional, textOption, UsageError } from '../command.ts';
import { runAnswer } from '../run-answer.ts';

export const runCommand: Command = {
  name: 'run',
  usage: 'EVALUATION.json --out DIR',
  about: 'declared sources → project → report pack, nothing asked',
  options: { out: { type: 'string' } },
  takes: [1, 1],
  async run(args, task) {
    const out = textOption(args, 'out');
    if (!out) throw new UsageError('--out says which folder the project and the report go to.');
    return runAnswer(await runEvaluation(positional(args, 0), out, task), out);
  },
};
