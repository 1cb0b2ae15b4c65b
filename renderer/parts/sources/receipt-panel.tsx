import { Button } from 'react-aria-components';
import type { StoredReceipt } from '../../stored-receipts.ts';
import { useSession } from '../../use-session.ts';
import { count, size } from '../../words.ts';
import { NoticeList } from '../import/notice-list.tsx';
import { ReceiptSum } from '../receipt-sum.tsx';
import { RemoveTable } from '../remove-table.tsx';
import { Scroll } from '../scroll.tsx';
import { ProblemCells } from './problem-cells.tsx';
import { QuarantineList } from './quarantine-list.tsx';
import { UndoImport } from './undo-import.tsx';

function filled(cells: readonly string[]): string {
  return cells.filter((cell) => cell !== '').join(' · ');
}

/** One receipt in full: the two sums, what did not fit, the rows set aside, and what can be done about it. */
export function ReceiptPanel({ receipt, isLast }: { receipt: StoredReceipt; isLast: boolean }) {
  const session = useSession();
  const notices = receipt.notices ?? [];
  return (
    <aside className="card flush receipt" aria-label="Receipt" data-pane="panel">
      <header>
        <h2 className="cut" title={receipt.file}>
          {receipt.file}
        </h2>
        {receipt.sheet !== null && <span className="note">sheet {receipt.sheet}</span>}
      </header>
      <Scroll label="Receipt in full">
        <section className="sums">
          <ReceiptSum receipt={receipt} />
        </section>
        {receipt.quarantined > 0 && <QuarantineList receipt={receipt} />}
        <ProblemCells receipt={receipt} isLast={isLast} />
        {receipt.parts !== undefined && (
          <section>
            <h3>
              Files <span className="note">their rows stand under one another</span>
            </h3>
            <table className="fit">
              <thead>
                <tr>
                  <th scope="col">File</th>
                  <th scope="col" className="num">
                    Read
                  </th>
                  <th scope="col" className="num">
                    Loaded
                  </th>
                </tr>
              </thead>
              <tbody>
                {receipt.parts.map((part, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a file may stand there twice
                  <tr key={at}>
                    <td>
                      {part.file}
                      {part.sheet !== null && `, ${part.sheet}`}
                    </td>
                    <td className="num">{count(part.read)}</td>
                    <td className="num">{count(part.loaded)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        {(receipt.requeued?.length ?? 0) > 0 && (
          <section>
            <h3>
              Sent back <span className="note">corrected, and counted as loaded</span>
            </h3>
            {receipt.requeued?.map(({ row, cells, corrected }) => (
              <p key={row} className="note">
                Row {count(row)}: {filled(cells)} → {filled(corrected)}
              </p>
            ))}
          </section>
        )}
        {notices.length > 0 && (
          <section>
            <h3>Good to know</h3>
            <NoticeList notices={notices} />
          </section>
        )}
        <section>
          <h3>File</h3>
          <p className="note">
            {size(receipt.bytes)}, SHA-256 <span className="hash">{receipt.sha256}</span>
          </p>
        </section>
      </Scroll>
      <footer>
        <Button
          className="btn small"
          onPress={() => session.set({ view: 'data', table: receipt.table, draft: [] })}
        >
          Show the data
        </Button>
        <Button
          className="btn small"
          onPress={() =>
            session.deliver('Saving the decisions', () =>
              session.client.exportContract({ table: receipt.table }),
            )
          }
        >
          Save decisions
        </Button>
        <span className="right line">
          {isLast && <UndoImport receipt={receipt} />}
          <RemoveTable table={receipt.table} />
        </span>
      </footer>
    </aside>
  );
}
