import { basename } from 'node:path';
import { createWorkbench } from '../../workbench.ts';
import { type Command, positional } from '../command.ts';

export const newCommand: Command = {
  name: 'new',
  usage: 'P.attune',
  about: 'make an empty project',
  options: {},
  takes: [1, 1],
  async run(args) {
    const path = positional(args, 0);
    const title = basename(path).replace(/\.attune$/i, '');
    const workbench = createWorkbench(path, { create: { title } });
    try {
      return { json: workbench.project({}), text: `Made ${path}.` };
    } finally {
      workbench.close();
    }
  },
};
