import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Result } from '../../src/model/result.ts';
import { addToReport, blocksOf } from '../add-to-report.ts';
import { useSession } from '../use-session.ts';

const ALL = 'all';

export function AddToReportMenu({ result }: { result: Result }) {
  const session = useSession();
  const offered = blocksOf(result);
  const add = (id: string) => {
    const chosen = offered.filter((entry) => id === ALL || entry.id === id);
    void addToReport(
      session,
      chosen.map(({ block }) => block),
    );
  };
  return (
    <MenuTrigger>
      <Button className="btn primary">Add to report</Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="options" onAction={(id) => add(String(id))}>
          <MenuItem id={ALL}>All of it</MenuItem>
          {offered.map(({ id, label }) => (
            <MenuItem key={id} id={id}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
