import { type Command, numberOption, positional, textOption } from '../command.ts';
import { withProject } from '../open.ts';
import { textTable } from '../text-table.ts';

export const rowsCommand: Command = {
  name: 'rows',
  usage: 'P.attune TABLE [--cohort C] [--limit N] [--offset N]',
  about: 'rows of a table',
  options: {
    cohort: { type: 'string' },
    limit: { type: 'string' },
    offset: { type: 'string' },
  },
  takes: [2, 2],
  async run(args) {
    const name = positional(args, 1);
    const cohort = textOption(args, 'cohort');
    const request = {
      table: name,
      offset: numberOption(args, 'offset', 0),
      limit: numberOption(args, 'limit', 20),
      ...(cohort === undefined ? {} : { cohort }),
    };
    return withProject(positional(args, 0), 'read', (workbench) => {
      const page = workbench.rows(request);
      const table = workbench
        .project({})
        .tables.find((each) => each.name.toLowerCase() === name.toLowerCase());
      const header = ['row', ...(table?.variables.map((each) => each.name) ?? [])];
      const rows = page.rows.map(({ row, cells }) => [
        String(row),
        ...cells.map((cell) => (cell === null ? '' : String(cell).replace(/\s+/g, ' '))),
      ]);
      return {
        json: { variables: header.slice(1), ...page },
        text: `${textTable(header, rows)}\n${page.n} of ${page.of} rows`,
      };
    });
  },
};
