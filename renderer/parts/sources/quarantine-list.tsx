import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { QuarantineEntry } from '../../../src/model/reimport.ts';
import type { StoredReceipt } from '../../stored-receipts.ts';
import { useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count, counted } from '../../words.ts';
import { Answer } from '../answer.tsx';
import { CorrectRow } from './correct-row.tsx';

const SHOWN = 200;

/** The rows of a file that were set aside, whole, each with its reason and the way back in. */
export function QuarantineList({ receipt }: { receipt: StoredReceipt }) {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const [open, setOpen] = useState<QuarantineEntry | null>(null);
  const { table, importedAt } = receipt;
  const asked = useReply(`${table} ${importedAt} ${revision}`, async (options) => {
    const reply = await session.client.quarantine({ table }, options);
    return 'ok' in reply
      ? { ok: reply.ok.filter((entry) => entry.importedAt === importedAt) }
      : reply;
  });
  return (
    <section>
      <h3>
        Quarantined <span className="note">{counted(receipt.quarantined, 'row')}, kept whole</span>
      </h3>
      <Answer asked={asked} lines={3}>
        {(entries) => (
          <table className="fit quarantined">
            <thead>
              <tr>
                <th scope="col" className="num">
                  Row
                </th>
                <th scope="col">Why, and what it holds</th>
                <th scope="col">
                  <span className="hidden-text">What to do</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.slice(0, SHOWN).map((entry) => (
                <tr key={`${entry.row} ${entry.reason}`}>
                  <td className="num">{count(entry.row)}</td>
                  <td className="why">
                    <span className="bad">✕ {entry.reason}</span>
                    <br />
                    {entry.cells.filter((cell) => cell !== '').join(' · ')}
                  </td>
                  <td>
                    <Button
                      className="btn small"
                      aria-label={`Correct row ${entry.row}`}
                      onPress={() => setOpen(entry)}
                    >
                      Correct
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answer>
      {open !== null && (
        <CorrectRow
          key={`${open.row} ${open.importedAt}`}
          table={table}
          entry={open}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
