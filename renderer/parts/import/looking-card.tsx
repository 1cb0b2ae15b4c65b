import { Button } from 'react-aria-components';
import { incomingName } from '../../import-queue.ts';
import { progressWords } from '../../progress-words.ts';
import type { Incoming } from '../../session.ts';
import { useSelect } from '../../use-session.ts';
import { size } from '../../words.ts';
import { Skeleton } from '../skeleton.tsx';

/** A file is read for the first time: how far it is, and the way out. */
export function LookingCard({ unit }: { unit: Incoming }) {
  const job = useSelect((state) => state.jobs.find(({ label }) => label.startsWith('Looking at')));
  const progress = job?.progress ?? null;
  return (
    <div className="looking">
      <Skeleton lines={10} />
      {job !== undefined && (
        <div className="card late" role="status">
          <h2 className="cut">Reading {incomingName(unit)}</h2>
          <p className="note">
            {progress === null || progress.label === ''
              ? `Every row is read, ${size(unit.bytes)} in all.`
              : progressWords(progress)}
          </p>
          <span className="meter">
            <i
              style={{
                width: `${progress !== null && progress.total > 0 ? (100 * progress.done) / progress.total : 0}%`,
              }}
            />
          </span>
          <Button className="btn" onPress={job.cancel}>
            Cancel
          </Button>
        </div>
      )}
    </div>
  );
}
