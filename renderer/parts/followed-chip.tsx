import { Button } from 'react-aria-components';
import { plainText } from '../../src/model/rich.ts';
import { type Followed, goBack, stopFollowing } from '../follow.ts';
import { useSelect, useSession } from '../use-session.ts';
import { Icon } from './icon.tsx';

/** What the rows are narrowed to because a key was followed: seen, taken away, or gone back from. */
export function FollowedChip({ followed }: { followed: Followed }) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const { from } = followed;
  const back =
    'result' in from
      ? plainText(from.result.title)
      : (tables.find(({ name }) => name === from.table)?.label ?? from.table);
  return (
    <div className="followed" role="status">
      <Button className="btn small quiet" onPress={() => goBack(session)}>
        <Icon name="back" /> Back to {back}
      </Button>
      <span className="chip">
        <span className="cut" title={followed.words}>
          Only {followed.words}
        </span>
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
