import { type Command, positional } from '../command.ts';
import { withProject } from '../open.ts';

export const undoCommand: Command = {
  name: 'undo',
  usage: 'P.attune TABLE',
  about: 'take the last import into a table back, whole',
  options: {},
  takes: [2, 2],
  run: (args) =>
    withProject(positional(args, 0), 'write', (workbench) => {
      const { tables } = workbench.undoImport({ table: positional(args, 1) });
      const undone = workbench.journal({ limit: 1 })[0]?.sentence ?? '';
      return { json: { undone, tables }, text: undone };
    }),
};
