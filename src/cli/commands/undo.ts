import { type Command, numberOption, positional, textOption, UsageError } from '../command.ts';
import { withProject } from '../open.ts';

export const undoCommand: Command = {
  name: 'undo',
  usage: 'P.attune [TABLE] [--to ENTRY]',
  about:
    'take the newest change back, all back to an entry of the history, or the last import into TABLE',
  options: { to: { type: 'string' } },
  takes: [1, 2],
  run: (args) =>
    withProject(positional(args, 0), 'write', (workbench) => {
      const [, table] = args.positionals;
      if (table !== undefined) {
        if (args.values.to !== undefined) throw new UsageError('--to goes without a table.');
        const { tables } = workbench.undoImport({ table });
        const undone = workbench.journal({ limit: 1 })[0]?.sentence ?? '';
        return { json: { undone, tables }, text: undone };
      }
      const { project, sentences } = workbench.undo(entryOf(args));
      return {
        json: { undone: sentences, tables: project.tables },
        text: sentences.map((sentence) => `Undid: ${sentence}`).join('\n'),
      };
    }),
};

export const redoCommand: Command = {
  name: 'redo',
  usage: 'P.attune [--to ENTRY]',
  about: 'do again what was undone last, or all up to an entry of the history',
  options: { to: { type: 'string' } },
  takes: [1, 1],
  run: (args) =>
    withProject(positional(args, 0), 'write', (workbench) => {
      const { project, sentences } = workbench.redo(entryOf(args));
      return {
        json: { redone: sentences, tables: project.tables },
        text: sentences.map((sentence) => `Did again: ${sentence}`).join('\n'),
      };
    }),
};

function entryOf(args: Parameters<typeof textOption>[0]): { to?: number } {
  return textOption(args, 'to') === undefined ? {} : { to: numberOption(args, 'to', 0) };
}
