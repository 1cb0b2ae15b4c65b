import { extname } from 'node:path';
import { writeFileWhole } from '../../write-file.ts';
import { type Command, numberOption, positional, textOption, UsageError } from '../command.ts';
import { withProject } from '../open.ts';

export const historyCommand: Command = {
  name: 'history',
  usage: 'P.attune [--limit N] [--to FILE] [--snapshot NAME] [--restore NAME] [--forget]',
  about: 'everything that was done; snapshots; --forget deletes what undo keeps',
  options: {
    limit: { type: 'string' },
    to: { type: 'string' },
    snapshot: { type: 'string' },
    restore: { type: 'string' },
    forget: { type: 'boolean' },
  },
  takes: [1, 1],
  run: (args) => {
    const limit = Math.max(1, numberOption(args, 'limit', 50));
    const [to, snapshot, restore] = ['to', 'snapshot', 'restore'].map((name) =>
      textOption(args, name),
    );
    const forget = args.values.forget === true;
    const writes = [snapshot, restore, forget || undefined].filter((each) => each !== undefined);
    if (writes.length > 1) throw new UsageError('One of --snapshot, --restore and --forget.');
    const mode = writes.length > 0 ? 'write' : 'read';
    return withProject(positional(args, 0), mode, async (workbench) => {
      if (snapshot !== undefined) workbench.saveSnapshot({ name: snapshot });
      if (restore !== undefined) workbench.restoreSnapshot({ name: restore });
      if (forget) workbench.forgetHistory({});
      if (to !== undefined) {
        const { bytes } = await workbench.exportHistory({ format: formatOf(to) });
        writeFileWhole(to, bytes);
      }
      const history = workbench.history({ limit });
      const lines = history.entries.toReversed().map(({ id, at, sentence, state }) => {
        const note = state === 'undone' ? ' [undone]' : '';
        return `${String(id).padStart(4)}  ${at.slice(0, 16).replace('T', ' ')}  ${sentence}${note}`;
      });
      return { json: history, text: lines.join('\n') || 'Nothing was done yet.' };
    });
  },
};

function formatOf(file: string): 'txt' | 'json' {
  const format = extname(file).slice(1).toLowerCase();
  if (format === 'txt' || format === 'json') return format;
  throw new UsageError('The history is written as .txt or .json.');
}
