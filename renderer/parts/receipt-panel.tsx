import { Button } from 'react-aria-components';
import { useSession } from '../use-session.ts';
import { count, counted, size } from '../words.ts';
import { ReceiptSum } from './receipt-sum.tsx';
import { RemoveTable } from './remove-table.tsx';
import { Scroll } from './scroll.tsx';
import type { StoredReceipt } from './source-list.tsx';

/** One receipt in full: the two sums, what did not fit, and the rows that were put aside. */
export function ReceiptPanel({ receipt }: { receipt: StoredReceipt }) {
  const session = useSession();
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
        <section>
          <h3>
            Did not fit <span className="note">kept as text</span>
          </h3>
          {receipt.problems.length === 0 ? (
            <p className="note">Every filled cell fits its column.</p>
          ) : (
            <table className="fit">
              <thead>
                <tr>
                  <th scope="col">Column</th>
                  <th scope="col">Why</th>
                  <th scope="col" className="num">
                    Cells
                  </th>
                  <th scope="col" className="num">
                    First row
                  </th>
                </tr>
              </thead>
              <tbody>
                {receipt.problems.map((problem) => (
                  <tr key={`${problem.column} ${problem.reason}`}>
                    <td>{problem.column}</td>
                    <td className="why">{problem.reason}</td>
                    <td className="num">{count(problem.n)}</td>
                    <td className="num">{count(problem.firstRow)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        {receipt.quarantine.length > 0 && (
          <section>
            <h3>
              Quarantined{' '}
              <span className="note">{counted(receipt.quarantine.length, 'row')}, kept whole</span>
            </h3>
            <table className="fit">
              <thead>
                <tr>
                  <th scope="col" className="num">
                    Row
                  </th>
                  <th scope="col">Why, and what it holds</th>
                </tr>
              </thead>
              <tbody>
                {receipt.quarantine.map((row) => (
                  <tr key={row.row}>
                    <td className="num">{count(row.row)}</td>
                    <td className="why">
                      <span className="bad">✕ {row.reason}</span>
                      <br />
                      {row.cells.filter((cell) => cell !== '').join(' · ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
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
        <span className="right">
          <RemoveTable table={receipt.table} />
        </span>
      </footer>
    </aside>
  );
}
