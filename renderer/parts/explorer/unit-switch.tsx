import { EVERYONE } from '../../../src/model/condition.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { partsOf } from '../../cohort-words.ts';
import { NO_HISTORY } from '../../draft-history.ts';
import { activeCohort } from '../../session.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { Segments } from '../segments.tsx';
import { TableSwitch } from '../table-switch.tsx';
import { carriedOver, unitTables } from './unit-tables.ts';

/** What is counted: people, referrals, appointments. Who is meant goes along by the key that they share. */
export function UnitSwitch({ table }: { table: TableInfo }) {
  const session = useSession();
  const project = useSelect((state) => state.project);
  const draft = useSelect((state) => state.draft);
  const cohortName = useSelect(activeCohort);
  const units = project === null ? [] : unitTables(table, project.tables);
  const saved = project?.cohorts.find(({ name }) => name === cohortName)?.condition ?? EVERYONE;
  const change = async (to: string) => {
    if (to === table.name) return;
    const parts = [...partsOf(saved), ...draft];
    const links =
      parts.length === 0
        ? []
        : await session.ask('Finding the key that they share', (options) =>
            session.client.suggestLinks({ table: to, to: table.name }, options),
          );
    if (links === undefined) return;
    const { [to]: _, ...cohorts } = session.get().cohorts;
    session.set({
      table: to,
      cohorts,
      draft: carriedOver(parts, to, links[0]?.link),
      drafted: NO_HISTORY,
    });
  };
  return (
    <>
      <TableSwitch />
      {units.length > 1 && (
        <span className="wider">
          <Segments
            label="Count"
            choices={units.map(({ name, unit }) => ({ id: name, label: sentenceCase(unit) }))}
            value={table.name}
            onChange={(to) => void change(to)}
          />
        </span>
      )}
    </>
  );
}

function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
