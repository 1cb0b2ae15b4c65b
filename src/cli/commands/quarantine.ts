import * as v from 'valibot';
import { correctedRow } from '../../contract/schemas/imports.ts';
import type { CorrectedRow } from '../../model/reimport.ts';
import { readJson } from '../../read-json.ts';
import { type Command, positional, textOption } from '../command.ts';
import { withProject } from '../open.ts';

export const quarantineCommand: Command = {
  name: 'quarantine',
  usage: 'P.attune TABLE [--requeue ROWS.json]',
  about: 'rows that were not loaded; send corrected ones back through',
  options: { requeue: { type: 'string' } },
  takes: [2, 2],
  run: (args, task) => {
    const table = positional(args, 1);
    const file = textOption(args, 'requeue');
    const rows =
      file === undefined ? null : (readJson(file, v.array(correctedRow)) as CorrectedRow[]);
    return withProject(positional(args, 0), rows ? 'write' : 'read', async (workbench) => {
      if (rows) {
        const { rows: now } = await workbench.requeue({ table, rows }, task);
        const left = workbench.quarantine({ table });
        const done = workbench.journal({ limit: 1 })[0]?.sentence ?? '';
        return {
          json: { requeued: rows.length, rows: now, quarantine: left },
          text: `${done} ${left.length} still in quarantine.`,
        };
      }
      const listed = workbench.quarantine({ table });
      const lines = listed.map(
        (each) => `${each.file}, row ${each.row}: ${each.reason}\n  ${each.cells.join(' | ')}`,
      );
      return { json: listed, text: lines.join('\n') || 'Nothing is in quarantine.' };
    });
  },
};
