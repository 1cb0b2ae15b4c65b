import { Button } from 'react-aria-components';
import { redoChange, undoChange } from '../../change-actions.ts';
import { replyValue, useReply } from '../../use-reply.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { Tip } from '../tip.tsx';

/** Undo and redo of the project, with the name of what they would take back or do again. */
export function UndoButtons() {
  const session = useSession();
  const revision = useSelect((state) => state.revision);
  const project = useSelect((state) => state.project?.name);
  const asked = useReply(project === undefined ? null : `${project} ${revision}`, (options) =>
    session.client.history({ limit: 1 }, options),
  );
  const history = replyValue(asked, null);
  if (project === undefined || history === null) return null;
  const { undo, redo } = history;
  return (
    <span className="undo wide">
      <Tip text={undo === null ? 'Nothing to undo' : `Undo: ${undo.title}`} keys="Ctrl Z">
        <Button
          className="link"
          isDisabled={undo === null}
          onPress={() => void undoChange(session)}
        >
          Undo
        </Button>
      </Tip>
      <Tip text={redo === null ? 'Nothing to do again' : `Redo: ${redo.title}`} keys="Ctrl Y">
        <Button
          className="link"
          isDisabled={redo === null}
          onPress={() => void redoChange(session)}
        >
          Redo
        </Button>
      </Tip>
    </span>
  );
}
