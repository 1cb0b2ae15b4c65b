import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../model/refusal.ts';
import { writePack } from '../../write-pack.ts';
import { type Command, positional, textOption, UsageError } from '../command.ts';
import { withProject } from '../open.ts';

export const reportCommand: Command = {
  name: 'report',
  usage: 'P.attune --out DIR [--disclosure PROFILE]',
  about: 'the report as Word and Excel, results.json and charts',
  options: { out: { type: 'string' }, disclosure: { type: 'string' } },
  takes: [1, 1],
  async run(args, task) {
    const out = textOption(args, 'out');
    if (!out) throw new UsageError('--out says which folder the report goes to.');
    const profile = textOption(args, 'disclosure');
    if (profile !== undefined && profile !== 'none') {
      throw new Refusal('no-such-profile', `There is no disclosure profile “${profile}”.`, {
        hint: 'This version publishes numbers as they are (--disclosure none).',
        where: { option: 'disclosure' },
      });
    }
    return withProject(positional(args, 0), 'read', async (workbench) => {
      mkdirSync(out, { recursive: true });
      const files = await writePack(workbench, out, task);
      return {
        json: { folder: out, files },
        text: [
          `Wrote ${files.length} files into ${out}:`,
          ...files.map((file) => `  ${join(out, file)}`),
        ].join('\n'),
      };
    });
  },
};
