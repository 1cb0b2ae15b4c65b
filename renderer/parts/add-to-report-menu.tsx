import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Result } from '../../src/model/result.ts';
import { addToReport, blocksOf } from '../add-to-report.ts';
import { useSession } from '../use-session.ts';

/** Adds the whole result with one press, or one part of it from the list beside. */
export function AddToReportMenu({ result }: { result: Result }) {
  const session = useSession();
  const offered = blocksOf(result);
  const add = (chosen: typeof offered) =>
    void addToReport(
      session,
      chosen.map(({ block }) => block),
    );
  return (
    <span className="split">
      <Button className="btn primary" onPress={() => add(offered)}>
        Add to report
      </Button>
      <MenuTrigger>
        <Button className="btn primary more" aria-label="Add one part" />
        <Popover className="popover" placement="bottom end">
          <Menu
            className="options"
            aria-label="Parts of the result"
            onAction={(id) => add(offered.filter((entry) => entry.id === id))}
          >
            {offered.map(({ id, label }) => (
              <MenuItem key={id} id={id}>
                {label}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </span>
  );
}
