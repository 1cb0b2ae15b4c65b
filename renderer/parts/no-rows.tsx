import { Button } from 'react-aria-components';
import type { TableInfo } from '../../src/model/table.ts';
import { chooseCohort } from '../cohort-actions.ts';
import { type Followed, stopFollowing } from '../follow.ts';
import { useSession } from '../use-session.ts';
import { count } from '../words.ts';
import { Blank } from './blank.tsx';

/** Why the grid is empty, and the way out. */
export function NoRows({
  table,
  cohort,
  find,
  followed,
  onWiden,
}: {
  table: TableInfo;
  /** Rows of the cohort. */
  cohort: number;
  find: string;
  followed: Followed | undefined;
  /** Takes all ticks away that narrow the rows; undefined where there are none. */
  onWiden: (() => void) | undefined;
}) {
  const session = useSession();
  const all = `All ${count(table.rows)} ${table.unit}`;
  if (table.rows === 0) {
    return (
      <div className="norows">
        <Blank title="No rows" text="This table has columns, but nothing stands in them." />
      </div>
    );
  }
  if (cohort === 0) {
    return (
      <div className="norows">
        <Blank
          title="Nobody is in this cohort"
          text={`None of ${count(table.rows)} ${table.unit} meets its conditions.`}
        >
          <Button className="btn primary" onPress={() => chooseCohort(session, table.name, null)}>
            {all}
          </Button>
        </Blank>
      </div>
    );
  }
  if (onWiden !== undefined) {
    return (
      <div className="norows">
        <Blank
          title="No row has all that is ticked"
          text={`None of the ${count(cohort)} rows of the cohort is in all of the ticked values${find === '' ? '' : ` and holds “${find}”`}.`}
        >
          <Button className="btn primary" onPress={onWiden}>
            Take the ticks away
          </Button>
        </Blank>
      </div>
    );
  }
  if (followed !== undefined) {
    return (
      <div className="norows">
        <Blank
          title={`No row with ${followed.words}${find === '' ? '' : ` holds “${find}”`}`}
          text="There are such rows in the table, but none of them is in the cohort, or holds what is looked for."
        >
          <Button className="btn primary" onPress={() => stopFollowing(session)}>
            Show the rows of the cohort
          </Button>
        </Blank>
      </div>
    );
  }
  return (
    <div className="norows">
      <Blank
        title={`No row holds “${find}”`}
        text="Labels, codes and what stands in the file were looked through."
      />
    </div>
  );
}
