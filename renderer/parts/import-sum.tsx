import { Button } from 'react-aria-components';
import type { DecisionChanges, FilePreview } from '../../src/model/importing.ts';
import type { Incoming } from '../session.ts';
import { useSelect, useSession } from '../use-session.ts';
import { count, counted, size } from '../words.ts';
import type { ImportTarget } from './import-head.tsx';
import { ReceiptSum } from './receipt-sum.tsx';

/** The sum at the foot of the page, and the one step that loads anything. */
export function ImportSum({
  file,
  preview,
  changes,
  target,
  isFresh,
  onCancel,
}: {
  file: Incoming;
  preview: FilePreview;
  changes: DecisionChanges;
  target: ImportTarget;
  /** The preview shows what would be loaded now. */
  isFresh: boolean;
  onCancel: () => void;
}) {
  const session = useSession();
  const job = useSelect((state) => state.jobs.find(({ label }) => label.startsWith('Importing')));
  const open = preview.questions.length;
  const load = async () => {
    const done = await session.change(`Importing ${file.name}`, (options) =>
      session.client.importFile({ file: file.token, changes, ...target }, options),
    );
    if (done === undefined) return;
    const { table, receipt } = done;
    session.set({
      importing: session.get().importing.slice(1),
      receipt: table.name,
      table: table.name,
      draft: [],
    });
    const other = nextSheet(preview, file);
    session.say(
      `Imported ${receipt.file}: ${count(receipt.loaded)} of ${count(receipt.read)} rows are in ${table.label}.`,
      other === undefined
        ? undefined
        : {
            label: `Import sheet ${other}`,
            run: () =>
              session.set({
                view: 'sources',
                importing: [{ ...file, sheet: other }, ...session.get().importing],
              }),
          },
    );
  };
  return (
    <section className="card sum" aria-label="Receipt">
      <div className="sums">
        <ReceiptSum receipt={preview.receipt} />
      </div>
      <div className="loadgo">
        <span className="note" aria-live="polite">
          {job === undefined
            ? `${size(preview.file.bytes)}, SHA-256 ${preview.file.sha256.slice(0, 8)}…`
            : (job.progress?.label ?? 'Importing')}
        </span>
        <span className="meter">
          <i style={{ width: job?.progress ? `${share(job.progress)}%` : job ? '0' : '100%' }} />
        </span>
        <span className={open > 0 ? 'note caution nw' : 'note good nw'}>
          {open > 0 ? counted(open, 'question') : '✓ Ready'}
        </span>
        <Button className="btn" onPress={job === undefined ? onCancel : job.cancel}>
          Cancel
        </Button>
        <Button
          className="btn primary"
          isDisabled={open > 0 || !isFresh || job !== undefined}
          onPress={load}
        >
          Continue
        </Button>
      </div>
    </section>
  );
}

function share({ done, total }: { done: number; total: number }): number {
  return total > 0 ? (100 * done) / total : 0;
}

/** The visible sheet after the one that was loaded, when it has rows. */
function nextSheet(preview: FilePreview, file: Incoming): string | undefined {
  const { sheets } = preview.file;
  const at = sheets.findIndex(({ name }) => name === (preview.receipt.sheet ?? file.sheet));
  return sheets.slice(at + 1).find(({ state, rows }) => state === 'visible' && rows > 1)?.name;
}
