import { Button } from 'react-aria-components';
import type { StoredReceipt } from '../../stored-receipts.ts';
import { useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count, counted } from '../../words.ts';
import { Answer } from '../answer.tsx';

const SHOWN = 200;

/** The cells that did not fit, each with its place; for an earlier import, what was counted then. */
export function ProblemCells({ receipt, isLast }: { receipt: StoredReceipt; isLast: boolean }) {
  const total = receipt.problems.reduce((sum, { n }) => sum + n, 0);
  return (
    <section>
      <h3>
        Did not fit{' '}
        <span className="note">
          {total === 0 ? 'kept as text' : `${counted(total, 'cell')} kept as text`}
        </span>
      </h3>
      {total === 0 ? (
        <p className="note">Every filled cell fits its column.</p>
      ) : isLast ? (
        <Cells receipt={receipt} />
      ) : (
        receipt.problems.map(({ column, reason, n, firstRow }) => (
          <p key={`${column} ${reason}`} className="note">
            {column}: {counted(n, 'cell')}, {reason}; first in row {count(firstRow)}.
          </p>
        ))
      )}
    </section>
  );
}

function Cells({ receipt: { table } }: { receipt: StoredReceipt }) {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const asked = useReply(`${table} ${revision}`, (options) =>
    session.client.problemCells({ table }, options),
  );
  return (
    <Answer asked={asked} lines={3}>
      {({ of, cells }) => (
        <>
          <table className="fit">
            <thead>
              <tr>
                <th scope="col">Where</th>
                <th scope="col">Column</th>
                <th scope="col">As read, and why</th>
              </tr>
            </thead>
            <tbody>
              {cells.slice(0, SHOWN).map(({ file, sheet, fileRow, row, variable, raw, reason }) => (
                <tr key={`${row} ${variable}`}>
                  <td title={`${file}${sheet === null ? '' : `, sheet ${sheet}`}`}>
                    <span className="nw">row {count(fileRow)}</span>
                    <span className="s cut">{sheet ?? file}</span>
                  </td>
                  <td>
                    <Button
                      className="link"
                      aria-label={`Show ${variable} in the data`}
                      onPress={() =>
                        session.set({
                          view: 'data',
                          table,
                          draft: [],
                          variables: { ...session.get().variables, [table]: variable },
                        })
                      }
                    >
                      {variable}
                    </Button>
                  </td>
                  <td className="why">
                    <span className="code">{raw}</span> {reason}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {of > SHOWN && <p className="note">and {count(of - SHOWN)} more, marked ✕ in the data</p>}
        </>
      )}
    </Answer>
  );
}
