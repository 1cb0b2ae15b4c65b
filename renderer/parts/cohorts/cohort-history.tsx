import type { CohortCount } from '../../../src/model/cohort.ts';
import { useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { dayOf, timeOf } from '../../words.ts';

/** What a cohort was before: every version, what changed, and when. */
export function CohortHistory({ cohort }: { cohort: CohortCount }) {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const asked = useReply(`history ${cohort.name} ${revision}`, (options) =>
    session.client.cohortHistory({ name: cohort.name }, options),
  );
  if (asked.state !== 'ok') return null;
  return (
    <section>
      <h3>History</h3>
      <ol className="versions">
        {asked.value.map(({ version, savedAt, sentence, changes }) => (
          <li key={version}>
            <span className="line">
              <b>Version {version}</b>
              <span className="note right">
                {savedAt === null ? '' : `${dayOf(savedAt)}, ${timeOf(savedAt)}`}
              </span>
            </span>
            {changes.length === 0 ? (
              <span className="note">{sentence}</span>
            ) : (
              changes.map((change) => (
                <span className="note" key={change}>
                  {change}
                </span>
              ))
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
