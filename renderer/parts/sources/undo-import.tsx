import { undoImport } from '../../import-actions.ts';
import { modeWords, type StoredReceipt } from '../../stored-receipts.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count } from '../../words.ts';
import { Confirm } from '../confirm.tsx';

/** Takes the last import into a table back, whole, after saying what that means. */
export function UndoImport({ receipt }: { receipt: StoredReceipt }) {
  const session = useSession();
  const table = useSelect((state) => state.project)?.tables.find(
    ({ name }) => name === receipt.table,
  );
  if (table === undefined) return null;
  const last = table.origin.made === 'import' ? table.origin.files.at(-1) : undefined;
  const isFirst = last?.mode === undefined;
  const isSentBack = last?.mode === 'requeue';
  return (
    <Confirm
      button={isSentBack ? 'Undo sending back' : 'Undo this import'}
      title={
        isSentBack
          ? `Undo the rows sent back into ${table.label}?`
          : `Undo the import of ${receipt.file}?`
      }
      go="Undo"
      onGo={() => void undoImport(session, table.name, table.label)}
    >
      <p>
        {isFirst
          ? `It ${modeWords(receipt, table)}: ${table.label} leaves the project with its ${count(table.rows)} ${table.unit}.`
          : `${table.label} gets back its rows, notes, variables and receipt of before.`}{' '}
        The file itself is not touched.
      </p>
    </Confirm>
  );
}
