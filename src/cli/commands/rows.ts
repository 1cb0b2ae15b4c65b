import type { SaidCondition } from '../../contract/methods/cohorts.ts';
import type { Workbench } from '../../contract/workbench.ts';
import { Refusal } from '../../model/refusal.ts';
import { type Command, numberOption, positional, textOption } from '../command.ts';
import { withProject } from '../open.ts';
import { textTable } from '../text-table.ts';

export const rowsCommand: Command = {
  name: 'rows',
  usage: 'P.attune TABLE [--cohort C] [--where WORDS] [--limit N] [--offset N]',
  about: 'rows of a table',
  options: {
    cohort: { type: 'string' },
    where: { type: 'string' },
    limit: { type: 'string' },
    offset: { type: 'string' },
  },
  takes: [2, 2],
  async run(args) {
    const name = positional(args, 1);
    const cohort = textOption(args, 'cohort');
    const where = textOption(args, 'where');
    const request = {
      table: name,
      offset: numberOption(args, 'offset', 0),
      limit: numberOption(args, 'limit', 20),
      ...(cohort === undefined ? {} : { cohort }),
    };
    return withProject(positional(args, 0), 'read', (workbench) => {
      const said = where === undefined ? undefined : understood(workbench, name, where);
      const page = workbench.rows({ ...request, ...(said ? { within: said.condition } : {}) });
      const table = workbench
        .project({})
        .tables.find((each) => each.name.toLowerCase() === name.toLowerCase());
      const header = ['row', ...(table?.variables.map((each) => each.name) ?? [])];
      const rows = page.rows.map(({ row, cells }) => [
        String(row),
        ...cells.map((cell) => (cell === null ? '' : String(cell).replace(/\s+/g, ' '))),
      ]);
      return {
        json: { variables: header.slice(1), ...(said ? { where: said } : {}), ...page },
        text: `${textTable(header, rows)}\n${said ? `${said.sentence}: ` : ''}${page.n} of ${page.of} rows`,
      };
    });
  },
};

/** @throws Refusal `not-understood`, with the conditions that come nearest */
function understood(workbench: Workbench, table: string, text: string): SaidCondition {
  const { understood: said, unread, nearest } = workbench.understandCondition({ table, text });
  if (said) return said;
  const words = unread.length > 0 ? unread.join(', ') : text;
  const [first, ...others] = nearest.map(({ sentence }) => `“${sentence}”`);
  const more = others.length > 0 ? `, or ${others.join(', or ')}` : '';
  throw new Refusal('not-understood', `The condition is not understood: ${words}.`, {
    hint: first === undefined ? 'Use labels and values of the table.' : `Perhaps ${first}${more}.`,
    where: { option: 'where' },
  });
}
