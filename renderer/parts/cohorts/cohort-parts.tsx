import { Button } from 'react-aria-components';
import { COMBINATIONS, type CohortCount } from '../../../src/model/cohort.ts';
import { combineAgain } from '../../cohort-actions.ts';
import { useSelect, useSession } from '../../use-session.ts';

/** What a cohort was combined from, in the versions of then, and how to combine it again. */
export function CohortParts({ cohort }: { cohort: CohortCount }) {
  const session = useSession();
  const known = useSelect((state) => state.project)?.cohorts ?? [];
  const { combined, stale } = cohort;
  if (combined === undefined) return null;
  const isWhole = combined.parts.every(({ name }) => known.some((each) => each.name === name));
  return (
    <section>
      <h3>Combined from</h3>
      <p className="note">
        {combined.parts
          .map(({ label, version }) => `“${label}” (version ${version})`)
          .join(` ${COMBINATIONS[combined.by]} `)}
        . It keeps their conditions as they were then.
      </p>
      {stale.length > 0 && (
        <>
          <ul className="parts">
            {stale.map((words) => (
              <li className="note" key={words}>
                ! {words}
              </li>
            ))}
          </ul>
          {isWhole && (
            <Button className="btn small" onPress={() => void combineAgain(session, cohort)}>
              Combine again
            </Button>
          )}
        </>
      )}
    </section>
  );
}
