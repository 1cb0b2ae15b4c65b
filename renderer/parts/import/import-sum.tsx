import { Button } from 'react-aria-components';
import { importShown } from '../../import-actions.ts';
import type { RowsShown } from '../../preview-rows.ts';
import { progressWords } from '../../progress-words.ts';
import { leaveFileOut } from '../../project-actions.ts';
import { readiness } from '../../readiness.ts';
import type { Job } from '../../session.ts';
import { useShownImport } from '../../use-import.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { size } from '../../words.ts';
import { ReceiptSum } from '../receipt-sum.tsx';

/** The sum at the foot of the page, and the one step that loads anything. */
export function ImportSum({ onShow }: { onShow: (rows: RowsShown) => void }) {
  const session = useSession();
  const importing = useShownImport();
  const { unit, preview, request } = importing;
  const job = useSelect((state) =>
    state.jobs.find(({ label }) => /^(Importing|Looking at|Comparing)/.test(label)),
  );
  const isLoading = job?.label.startsWith('Importing') === true;
  const open = readiness(importing);
  return (
    <section className="card sum" aria-label="Receipt" data-pane="sum">
      <div className="sums">
        <ReceiptSum receipt={preview.receipt} onShow={onShow} />
      </div>
      <div className="loadgo">
        <span className="note cut" aria-live="polite">
          {job === undefined
            ? `${size(preview.file.bytes)} read, nothing loaded yet`
            : jobWords(job)}
        </span>
        <span className="meter">
          <i style={{ width: job === undefined ? '100%' : `${share(job)}%` }} />
        </span>
        <span className={open === null ? 'note good nw' : 'note caution open'} aria-live="polite">
          {open ?? '✓ Ready'}
        </span>
        <Button
          className="btn"
          onPress={isLoading ? job.cancel : () => void leaveFileOut(session, unit.id)}
        >
          Cancel
        </Button>
        <Button
          className="btn primary"
          isDisabled={open !== null || request === null || isLoading}
          onPress={() => request !== null && importShown(session, unit, preview, request)}
        >
          Continue
        </Button>
      </div>
    </section>
  );
}

function jobWords({ label, progress }: Job): string {
  return progress === null || progress.label === '' ? label : progressWords(progress);
}

function share({ progress }: Job): number {
  return progress !== null && progress.total > 0 ? (100 * progress.done) / progress.total : 0;
}
