import { Button } from 'react-aria-components';
import type { CohortCount } from '../../../src/model/cohort.ts';
import { plainText } from '../../../src/model/rich.ts';
import { openResult } from '../../analysis-runs.ts';
import { replyValue, useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { useStaleResults } from '../../use-stale-results.ts';

/** The results and tables that were made with a cohort. */
export function CohortUses({ cohort }: { cohort: CohortCount }) {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const stale = useStaleResults();
  const asked = useReply(`results ${revision}`, (options) => session.client.results({}, options));
  const results = replyValue(asked, []).filter(({ id }) => cohort.results.includes(id));
  const made = tables.filter(({ name }) => cohort.tables.includes(name));
  return (
    <section>
      <h3>Used by</h3>
      {cohort.results.length + made.length === 0 && <p className="note">Nothing yet.</p>}
      <ul className="parts">
        {results.map((result) => (
          <li key={result.id}>
            <Button className="link" onPress={() => openResult(session, result)}>
              {plainText(result.title)}
            </Button>
            {stale.has(result.id) && <span className="tag caution">! out of date</span>}
          </li>
        ))}
        {made.map((table) => (
          <li key={table.name}>
            <Button
              className="link"
              onPress={() => session.set({ view: 'data', table: table.name, draft: [] })}
            >
              {table.label}
            </Button>
            <span className="note">who is eligible</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
