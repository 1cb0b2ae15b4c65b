import { Button } from 'react-aria-components';
import { breaksContract, type ContractDrift } from '../../../src/model/drift.ts';
import { mustAccept } from '../../import-drift.ts';
import { leaveFileOut } from '../../project-actions.ts';
import { useShownImport } from '../../use-import.ts';
import { useSession } from '../../use-session.ts';
import { counted } from '../../words.ts';
import { Check } from '../check.tsx';

/** What differs from the saved decisions, in sentences; loaded only when a person accepts it. */
export function DriftCard({ drift }: { drift: ContractDrift }) {
  const session = useSession();
  const { unit, draft, aim } = useShownImport();
  const { findings } = drift;
  const isAsked = mustAccept(drift, draft.contract !== null);
  const isOpen = !draft.target.acceptDrift;
  if (!isAsked) {
    return (
      <p className="ask told">
        <span className="tag good">+ New in it</span>
        <span className="why">{findings.map(({ sentence }) => sentence).join(' ')}</span>
      </p>
    );
  }
  return (
    <div className="ask drift">
      <p>
        <span className={isOpen ? 'tag caution' : 'tag good'}>
          {isOpen ? '! Differs' : '✓ Accepted'}
        </span>
        <b>
          {counted(findings.length, 'difference')} from the decisions of{' '}
          {draft.contract?.name ?? 'this table'}
        </b>
      </p>
      <ul>
        {findings.map((finding) => (
          <li key={finding.sentence}>
            <span className={breaksContract(finding) ? 'sg caution' : 'sg good'}>
              {breaksContract(finding) ? '!' : '+'}
            </span>{' '}
            {finding.sentence}
          </li>
        ))}
      </ul>
      <div className="do">
        <Check
          label="Accept this and load it so"
          isSelected={draft.target.acceptDrift}
          onChange={(acceptDrift) => aim({ acceptDrift })}
        />
        <Button className="btn small" onPress={() => leaveFileOut(session, unit.id)}>
          Stop, load nothing
        </Button>
      </div>
    </div>
  );
}
