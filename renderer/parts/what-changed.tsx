import { Button } from 'react-aria-components';
import type { StaleResult } from '../../src/model/stale-result.ts';
import { restoreCohort } from '../cohort-actions.ts';
import { useSession } from '../use-session.ts';

/** That a result is out of date, what changed since, and the one step that puts it right. */
export function WhatChanged({ stale, onRerun }: { stale: StaleResult; onRerun: () => void }) {
  const session = useSession();
  const { changes, canRerun, needsTable } = stale;
  const remake = async () => {
    const made = await session.change('Making tables again', (options) =>
      session.client.remakeTables({}, options),
    );
    if (made !== undefined) onRerun();
  };
  return (
    <div className="changed">
      <span className="line">
        <span className="tag caution">! out of date</span>
        {needsTable && (
          <Button className="btn small right" onPress={() => void remake()}>
            Make tables again, re-run
          </Button>
        )}
        {canRerun && !needsTable && (
          <Button className="btn small right" onPress={onRerun}>
            Re-run
          </Button>
        )}
      </span>
      <ul>
        {changes.map(({ of, name, text }) => (
          <li className="note" key={`${of} ${name}`}>
            {text}{' '}
            {of === 'cohort-gone' && (
              <Button className="link" onPress={() => void restoreCohort(session, name)}>
                Bring it back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
