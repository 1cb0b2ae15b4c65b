import { Button } from 'react-aria-components';
import { shownIncoming } from '../import-queue.ts';
import { Answer } from '../parts/answer.tsx';
import { Blank } from '../parts/blank.tsx';
import { CohortBar } from '../parts/cohort-bar.tsx';
import { Divider } from '../parts/divider.tsx';
import { DropFiles } from '../parts/drop-files.tsx';
import { ReceiptPanel } from '../parts/sources/receipt-panel.tsx';
import { SourceList } from '../parts/sources/source-list.tsx';
import { importChosen } from '../project-actions.ts';
import { byTable, chosenReceipt, receiptId } from '../stored-receipts.ts';
import { useReply } from '../use-reply.ts';
import { useSelect, useSession } from '../use-session.ts';
import { counted } from '../words.ts';
import { ImportPage } from './import-page.tsx';

/** The files a project stands on, each with its receipt; or the page that brings one in. */
export function SourcesView() {
  const unit = useSelect(shownIncoming);
  if (unit !== undefined) return <ImportPage unit={unit} />;
  return <SourceFiles />;
}

function SourceFiles() {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const chosen = useSelect((state) => state.receipt);
  const asked = useReply(`receipts ${revision}`, (options) => session.client.receipts({}, options));
  return (
    <>
      <CohortBar />
      <main className="work sources" data-pane="work">
        <div className="head">
          <h1>Sources</h1>
          <span className="note">
            {asked.state === 'ok' && counted(asked.value.length, 'imported file')}
          </span>
          <span className="actions">
            <Button className="btn" onPress={() => session.set({ pasting: true })}>
              Paste a table
            </Button>
            <Button className="btn primary" onPress={() => importChosen(session)}>
              Import files <kbd>Ctrl I</kbd>
            </Button>
          </span>
        </div>
        <Answer asked={asked} lines={8}>
          {(receipts) => {
            const list = byTable(receipts);
            const receipt = chosenReceipt(list, chosen);
            return receipt === undefined ? (
              <section className="card">
                <Blank
                  title="No files yet"
                  text="Every file you import is listed here with its receipt: how many rows were read, loaded, put aside and skipped."
                />
                <DropFiles />
              </section>
            ) : (
              <div className="layout">
                <SourceList receipts={list} selected={receipt} />
                <Divider
                  name="sources-right"
                  label="the receipt"
                  pane="right"
                  wide={400}
                  slim={340}
                  min={300}
                />
                <ReceiptPanel
                  key={receiptId(receipt)}
                  receipt={receipt}
                  isLast={chosenReceipt(list, receipt.table) === receipt}
                />
              </div>
            );
          }}
        </Answer>
      </main>
    </>
  );
}
