import { Button } from 'react-aria-components';
import { useImport } from '../../use-import.ts';
import { RefusalCard } from '../refusal-card.tsx';

/** The last change cannot be read: what was there before it stays in view. */
export function RefusedChange() {
  const { refusal, draft, undo, retry } = useImport();
  if (refusal === null) return null;
  const last = draft.past.at(-1);
  return (
    <RefusalCard refusal={refusal}>
      {last !== undefined && (
        <Button className="btn small" onPress={undo}>
          Undo: {last.label}
        </Button>
      )}
      {refusal.code === 'cancelled' && (
        <Button className="btn small" onPress={retry}>
          Look again
        </Button>
      )}
    </RefusalCard>
  );
}
