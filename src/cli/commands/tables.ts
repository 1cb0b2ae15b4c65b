import { formatNumber } from '../../model/format.ts';
import type { TableInfo } from '../../model/table.ts';
import { KIND } from '../../model/variable.ts';
import { type Command, positional } from '../command.ts';
import { withProject } from '../open.ts';
import { textTable } from '../text-table.ts';

export const tablesCommand: Command = {
  name: 'tables',
  usage: 'P.attune',
  about: 'tables, variables, kinds and counts',
  options: {},
  takes: [1, 1],
  run: (args) =>
    withProject(positional(args, 0), 'read', (workbench) => {
      const project = workbench.project({});
      const text = project.tables.map((table) =>
        [
          `${table.name}: ${formatNumber(table.rows, 'count')} ${table.unit} (${table.origin.made})${staleWords(table)}`,
          textTable(
            ['variable', 'kind', 'label'],
            table.variables.map((each) => [each.name, KIND[each.kind].label, each.label]),
          ),
        ].join('\n'),
      );
      return { json: project, text: text.join('\n\n') || 'The project has no tables yet.' };
    }),
};

function staleWords({ outOfDate = [] }: TableInfo): string {
  if (outOfDate.length === 0) return '';
  const changed = outOfDate.map(
    ({ table, cohort, now }) =>
      `${cohort === undefined ? table : `the cohort “${cohort}”`} ${now === null ? 'is gone' : 'has changed'}`,
  );
  return `; out of date: ${changed.join(', ')}`;
}
