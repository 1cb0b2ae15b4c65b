import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runEvaluation } from '../../run-evaluation.ts';
import { writeSample } from '../../sample/write-sample.ts';
import { type Command, textOption } from '../command.ts';
import { runAnswer } from '../run-answer.ts';

export const demoCommand: Command = {
  name: 'demo',
  usage: '[--out DIR]',
  about: 'the sample evaluation from raw extracts to report pack',
  options: { out: { type: 'string' } },
  takes: [0, 0],
  async run(args, task) {
    const out = textOption(args, 'out') ?? 'attune-demo';
    const raw = join(out, 'raw extracts');
    mkdirSync(raw, { recursive: true });
    const { evaluation } = await writeSample(raw);
    return runAnswer(await runEvaluation(evaluation, out, task), out);
  },
};
