import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Condition } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { useSession } from '../use-session.ts';

/** The rows of the cohort with all variables, as a file. */
export function ExportTable({
  table,
  cohort,
  within,
}: {
  table: TableInfo;
  cohort: string | undefined;
  /** What the rows are narrowed to besides. */
  within: Condition | undefined;
}) {
  const session = useSession();
  const save = (format: 'csv' | 'xlsx') =>
    session.deliver(`Exporting ${table.label}`, () =>
      session.client.exportTable({
        table: table.name,
        format,
        ...(cohort === undefined ? {} : { cohort }),
        ...(within === undefined ? {} : { within }),
      }),
    );
  return (
    <MenuTrigger>
      <Button className="btn">Export</Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="options" onAction={(id) => void save(id === 'csv' ? 'csv' : 'xlsx')}>
          <MenuItem id="xlsx">Excel, these rows and all variables</MenuItem>
          <MenuItem id="csv">CSV, these rows and all variables</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
