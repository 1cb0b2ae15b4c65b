import { Button } from 'react-aria-components';
import type { StartInfo } from '../../src/contract/session.ts';
import { openSample, SAMPLE_LABEL } from '../project-actions.ts';
import { useSelect, useSession } from '../use-session.ts';
import { count } from '../words.ts';
import { Scroll } from './scroll.tsx';

const TONE = { '✕': 'bad', '!': 'caution', '?': 'caution' } as const;

/** What the sample evaluation holds, its deliberate faults, and the way in. */
export function SampleCard({ sample }: { sample: StartInfo['sample'] }) {
  const session = useSession();
  const job = useSelect((state) => state.jobs.find(({ label }) => label === SAMPLE_LABEL));
  const faults = sample.faults.reduce((sum, fault) => sum + fault.n, 0);
  return (
    <section className="card flush sample" aria-label="Sample evaluation" data-pane="sample">
      <header>
        <h2>Sample evaluation</h2>
        <span className="tag right">fictional</span>
      </header>
      <Scroll label="About the sample" className="body">
        <p className="note">
          <b>{sample.title}.</b> {sample.about}
        </p>
        <div className="blk">
          <h3>Contains</h3>
          <Counts rows={sample.contains} />
        </div>
        <div className="blk">
          <h3>
            Deliberate faults <span className="note">{count(faults)} in all; a key lists them</span>
          </h3>
          <Counts rows={sample.faults} />
        </div>
      </Scroll>
      <footer>
        <Button className="btn" isDisabled={job !== undefined} onPress={() => openSample(session)}>
          Try the sample
        </Button>
        {job === undefined ? (
          <span className="note">Under a minute</span>
        ) : (
          <>
            <span className="note cut" aria-live="polite">
              {job.progress?.label || 'Writing the extracts'}
            </span>
            <Button className="btn small right" onPress={job.cancel}>
              Cancel
            </Button>
          </>
        )}
      </footer>
    </section>
  );
}

function Counts({
  rows,
}: {
  rows: readonly { label: string; n: number; sign?: keyof typeof TONE }[];
}) {
  return (
    <table className="has">
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <td>
              {row.sign !== undefined && <span className={`sg ${TONE[row.sign]}`}>{row.sign}</span>}
              {row.label}
            </td>
            <td className="num">{count(row.n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
