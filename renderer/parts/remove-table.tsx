import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useSelect, useSession } from '../use-session.ts';
import { counted } from '../words.ts';

/** Takes a table out of the project. The file it came from stays, so it can be imported again. */
export function RemoveTable({ table }: { table: string }) {
  const session = useSession();
  const info = useSelect((state) => state.project)?.tables.find(({ name }) => name === table);
  if (info === undefined) return null;
  const remove = async () => {
    const done = await session.change(`Removing ${info.label}`, () =>
      session.client.removeTable({ table }),
    );
    if (done === undefined) return;
    session.set({ receipt: null, table: null, draft: [] });
    session.say(`Removed ${info.label}. Its file was not touched and can be imported again.`);
  };
  return (
    <DialogTrigger>
      <Button className="btn small">Remove from the project</Button>
      <ModalOverlay className="scrim" isDismissable>
        <Modal className="dialog">
          <Dialog role="alertdialog">
            {({ close }) => (
              <div className="form confirm">
                <Heading slot="title">Remove {info.label}?</Heading>
                <p>
                  {counted(info.rows, 'row')} leave the project. The file they came from stays as it
                  is and can be imported again.
                </p>
                <div className="buttons">
                  <Button className="btn" onPress={close} autoFocus>
                    Keep it
                  </Button>
                  <Button
                    className="btn primary"
                    onPress={() => {
                      close();
                      void remove();
                    }}
                  >
                    Remove
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
