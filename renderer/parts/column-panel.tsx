import { RadioGroup } from 'react-aria-components';
import type {
  ColumnDecision,
  ColumnEvidence,
  DecisionChanges,
  FilePreview,
} from '../../src/model/importing.ts';
import { KIND, KINDS, type Kind } from '../../src/model/variable.ts';
import { changeColumn, columnLetter, toggleRequired } from '../import-changes.ts';
import { count } from '../words.ts';
import { Check, Way } from './check.tsx';
import { ColumnProblems } from './column-problems.tsx';
import { Icon, KIND_ICON } from './icon.tsx';
import { MissingCodes } from './missing-codes.tsx';
import { CommittedText } from './text-field.tsx';
import { TopValues } from './top-values.tsx';

/** Everything that is decided about one column, and why it was proposed so. */
export function ColumnPanel({
  preview,
  position,
  changes,
  onChange,
}: {
  preview: FilePreview;
  position: number;
  changes: DecisionChanges;
  onChange: (changes: DecisionChanges) => void;
}) {
  const column = preview.decisions.columns.find((entry) => entry.position === position);
  const evidence = preview.columns.find((entry) => entry.position === position);
  if (column === undefined || evidence === undefined) return null;
  const change = (part: Partial<ColumnDecision>) =>
    onChange(changeColumn(changes, { position, ...part }));
  const { required } = preview.decisions;
  return (
    <>
      <header>
        <h2 className="cut">{column.header || column.name}</h2>
        <span className="note right">column {columnLetter(position)}</span>
      </header>
      <section>
        <CommittedText label="Name" value={column.name} onCommit={(name) => change({ name })} />
        <div className="pair">
          <Check label="Load it" isSelected={column.keep} onChange={(keep) => change({ keep })} />
          <Check
            label="A row needs it"
            isSelected={required.includes(column.name)}
            onChange={() => onChange(toggleRequired(changes, required, column.name))}
          />
        </div>
      </section>
      <section>
        <h3>
          Kind <span className="note">fits, of {count(evidence.filled)} filled</span>
        </h3>
        <RadioGroup
          className="kinds"
          aria-label="Kind"
          value={column.kind}
          onChange={(kind) => change({ kind: kind as Kind })}
        >
          {rankedKinds(evidence).map(({ kind, n }) => (
            <Way key={kind} value={kind}>
              <Icon name={KIND_ICON[kind]} />
              <span>{KIND[kind].label}</span>
              <span className="num">{n === null ? '' : count(n)}</span>
            </Way>
          ))}
        </RadioGroup>
      </section>
      <section>
        <h3>
          Values <span className="note">{count(evidence.distinct)} different</span>
        </h3>
        <TopValues
          rows={evidence.top.map(({ value, n }) => ({ value, label: value, n }))}
          most={8}
          of={evidence.distinct}
        />
      </section>
      <section>
        <h3>Missing codes</h3>
        <MissingCodes codes={column.missing} onChange={(missing) => change({ missing })} />
      </section>
      <ColumnProblems
        problems={evidence.problems}
        onMissing={(code) =>
          change({ missing: [...column.missing, { code, reason: 'not known' }] })
        }
      />
      <section>
        <h3>Evidence</h3>
        <p className="note">{evidence.evidence}</p>
      </section>
    </>
  );
}

/** Kinds with something to say for them, best first; text always fits. */
function rankedKinds(evidence: ColumnEvidence): { kind: Kind; n: number | null }[] {
  const ranked = evidence.fits.filter(({ n }) => n > 0).map(({ kind, n }) => ({ kind, n }));
  const rest = KINDS.filter((kind) => !evidence.fits.some((fit) => fit.kind === kind));
  return [...ranked, ...rest.map((kind) => ({ kind, n: null }))];
}
