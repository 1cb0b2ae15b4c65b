import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { undoImport } from '../../import-actions.ts';
import { modeWords, type StoredReceipt } from '../../stored-receipts.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { count } from '../../words.ts';

/** Takes the last import into a table back, whole, after saying what that means. */
export function UndoImport({ receipt }: { receipt: StoredReceipt }) {
  const session = useSession();
  const table = useSelect((state) => state.project)?.tables.find(
    ({ name }) => name === receipt.table,
  );
  if (table === undefined) return null;
  const last = table.origin.made === 'import' ? table.origin.files.at(-1) : undefined;
  const isFirst = last?.mode === undefined;
  return (
    <DialogTrigger>
      <Button className="btn small">
        {last?.mode === 'requeue' ? 'Undo sending back' : 'Undo this import'}
      </Button>
      <ModalOverlay className="scrim" isDismissable>
        <Modal className="dialog">
          <Dialog role="alertdialog">
            {({ close }) => (
              <div className="form confirm">
                <Heading slot="title">
                  {last?.mode === 'requeue'
                    ? `Undo the rows sent back into ${table.label}?`
                    : `Undo the import of ${receipt.file}?`}
                </Heading>
                <p>
                  {isFirst
                    ? `It ${modeWords(receipt, table)}: ${table.label} leaves the project with its ${count(table.rows)} ${table.unit}.`
                    : `${table.label} gets back its rows, notes, variables and receipt of before.`}{' '}
                  The file itself is not touched.
                </p>
                <div className="buttons">
                  <Button className="btn" onPress={close} autoFocus>
                    Keep it
                  </Button>
                  <Button
                    className="btn primary"
                    onPress={() => {
                      close();
                      void undoImport(session, table.name, table.label);
                    }}
                  >
                    Undo
                  </Button>
                </div>
              </div>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
