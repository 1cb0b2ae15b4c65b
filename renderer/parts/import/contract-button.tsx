import { Button } from 'react-aria-components';
import { chooseOne } from '../../project-actions.ts';
import { readDecisions, underDecisions } from '../../saved-decisions.ts';
import { useShownImport } from '../../use-import.ts';
import { useSession } from '../../use-session.ts';

/** Reads the file by decisions that were saved for another extract, or no longer. */
export function ContractButton() {
  const session = useSession();
  const { draft, decide } = useShownImport();
  const { contract } = draft;
  const choose = async () => {
    const file = await chooseOne(session);
    if (file === undefined) return;
    const saved = await readDecisions(session, file);
    if (saved === undefined) return;
    const { label, decided } = underDecisions(saved);
    decide(label, decided);
  };
  if (contract === null) {
    return (
      <Button className="btn small" onPress={choose} aria-label="Use saved decisions">
        Decisions…
      </Button>
    );
  }
  return (
    <Button
      className="btn small"
      onPress={() => decide('decided afresh', { contract: null, changes: {}, answers: [] })}
    >
      <span className="cut">Decide afresh, without {contract.name}</span>
    </Button>
  );
}
