import { join } from 'node:path';
import { formatNumber } from '../../model/format.ts';
import { writeFileWhole } from '../../write-file.ts';
import { type Command, positional, textOption, UsageError } from '../command.ts';
import { withProject } from '../open.ts';
import { textTable } from '../text-table.ts';

export const sendersCommand: Command = {
  name: 'senders',
  usage: 'P.attune [--column TABLE.VARIABLE] [--to FOLDER]',
  about: 'who is asked about the findings, what is open and answered; query lists for each',
  options: { column: { type: 'string' }, to: { type: 'string' } },
  takes: [1, 1],
  async run(args) {
    const column = textOption(args, 'column');
    const to = textOption(args, 'to');
    const way = column === undefined && to === undefined ? 'read' : 'write';
    return withProject(positional(args, 0), way, async (workbench) => {
      if (column !== undefined) workbench.senderColumn(columnIn(column));
      const files: string[] = [];
      for (const { sender, open } of workbench.senders({}).accounts) {
        if (to === undefined || open === 0) continue;
        const { name, bytes } = await workbench.exportSenderQueries({ sender });
        const file = join(to, name);
        writeFileWhole(file, bytes);
        files.push(file);
      }
      const senders = workbench.senders({});
      const rows = senders.accounts.map(({ sender, open, findings, asked, answered, askedAt }) => [
        sender ?? 'nobody in particular',
        ...[open, findings, asked, answered].map((n) => formatNumber(n, 'count')),
        askedAt?.slice(0, 10) ?? '–',
      ]);
      const head = ['sender', 'open', 'findings', 'asked', 'answered', 'last sent'];
      return {
        json: { ...senders, files },
        text: [textTable(head, rows), ...files.map((file) => `Wrote ${file}.`)].join('\n'),
      };
    });
  },
};

function columnIn(text: string): { table: string; variable: string } {
  const at = text.indexOf('.');
  if (at < 1) throw new UsageError('--column takes TABLE.VARIABLE, such as referrals.site.');
  return { table: text.slice(0, at), variable: text.slice(at + 1) };
}
