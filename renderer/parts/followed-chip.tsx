import { Button } from 'react-aria-components';
import { type Followed, goBack, stopFollowing } from '../follow.ts';
import { useSelect, useSession } from '../use-session.ts';
import { Icon } from './icon.tsx';

/** What the rows are narrowed to because a key was followed: seen, taken away, or gone back from. */
export function FollowedChip({ followed }: { followed: Followed }) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const from = tables.find(({ name }) => name === followed.from.table);
  return (
    <div className="followed" role="status">
      <Button className="btn small quiet" onPress={() => goBack(session)}>
        <Icon name="back" /> Back to {from?.label ?? followed.from.table}
      </Button>
      <span className="chip">
        <span className="cut">Only {followed.words}</span>
        <Button
          aria-label={`Show all rows again, not only ${followed.words}`}
          onPress={() => stopFollowing(session)}
        >
          <Icon name="close" />
        </Button>
      </span>
      <span className="note">narrows the view, not the cohort</span>
    </div>
  );
}
