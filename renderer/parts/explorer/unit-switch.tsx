import type { ProjectInfo } from '../../../src/model/project.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { NO_HISTORY } from '../../draft-history.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { Segments } from '../segments.tsx';
import { TableSwitch } from '../table-switch.tsx';

const FEW = 4;

/** What a row is: people, referrals, appointments; the tables that share a key with this one. */
export function UnitSwitch({ table }: { table: TableInfo }) {
  const session = useSession();
  const project = useSelect((state) => state.project);
  const related = project === null ? [] : tablesOfKey(project, table);
  const units = new Set(related.map(({ unit }) => unit));
  if (related.length < 2 || related.length > FEW || units.size < related.length) {
    return <TableSwitch />;
  }
  return (
    <Segments
      label="Count"
      choices={related.map(({ name, unit }) => ({ id: name, label: sentenceCase(unit) }))}
      value={table.name}
      onChange={(name) => {
        if (name !== table.name) session.set({ table: name, draft: [], drafted: NO_HISTORY });
      }}
    />
  );
}

/** The tables with an identifier of the same name as one of this table's, and the table itself. */
function tablesOfKey({ tables }: ProjectInfo, table: TableInfo): TableInfo[] {
  const keys = new Set(identifiers(table));
  return tables.filter(
    (other) => other.name === table.name || identifiers(other).some((key) => keys.has(key)),
  );
}

function identifiers({ variables }: TableInfo): string[] {
  return variables.flatMap(({ name, kind }) => (kind === 'identifier' ? name : []));
}

function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
