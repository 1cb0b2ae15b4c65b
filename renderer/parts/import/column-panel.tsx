import type { ColumnDecision } from '../../../src/model/importing.ts';
import type { MissingCode } from '../../../src/model/variable.ts';
import { changeColumn, columnLetter, toggleRequired } from '../../import-changes.ts';
import { useShownImport } from '../../use-import.ts';
import { count } from '../../words.ts';
import { Check } from '../check.tsx';
import { CommittedText } from '../text-field.tsx';
import { TopValues } from '../top-values.tsx';
import { ColumnProblems } from './column-problems.tsx';
import { ColumnValueLabels } from './column-value-labels.tsx';
import { KindChoice } from './kind-choice.tsx';
import { MissingCodes } from './missing-codes.tsx';
import { ReadingOptions } from './reading-options.tsx';

/** Everything that is decided about one column, and why it was proposed so. */
export function ColumnPanel({
  position,
  onRow,
}: {
  position: number;
  onRow: (row: number) => void;
}) {
  const { preview, draft, decide } = useShownImport();
  const column = preview.decisions.columns.find((entry) => entry.position === position);
  const evidence = preview.columns.find((entry) => entry.position === position);
  if (column === undefined || evidence === undefined) return null;
  const words = column.header || column.name;
  const change = (label: string, part: Partial<ColumnDecision>) =>
    decide(`${label} of ${words}`, {
      changes: changeColumn(draft.changes, { position, ...part }),
    });
  const { required } = preview.decisions;
  const addCode = (code: MissingCode) =>
    change(`${code.code} as missing`, {
      missing: [...column.missing.filter((each) => each.code !== code.code), code],
    });
  return (
    <>
      <header>
        <h2 className="cut" title={words}>
          {words}
        </h2>
        <span className="note right nw">column {columnLetter(position)}</span>
      </header>
      <section className="names">
        <CommittedText
          label="Name"
          value={column.name}
          onCommit={(name) => change('name', { name })}
        />
        <CommittedText
          label="Label"
          value={column.label ?? column.header}
          onCommit={(label) => change('label', { label })}
        />
        <div className="pair">
          <Check
            label="Load it"
            isSelected={column.keep}
            onChange={(keep) => change(keep ? 'loading' : 'leaving out', { keep })}
          />
          <Check
            label="A row needs it"
            isSelected={required.includes(column.name)}
            onChange={() =>
              decide(`whether a row needs ${words}`, {
                changes: toggleRequired(draft.changes, required, column.name),
              })
            }
          />
        </div>
      </section>
      <KindChoice
        kind={column.kind}
        evidence={evidence}
        onChange={(kind) => change('kind', { kind })}
      />
      <ReadingOptions column={column} onChange={change} />
      <ColumnProblems
        problems={evidence.problems}
        onRow={onRow}
        onMissing={(code) => addCode({ code, reason: 'not known' })}
      />
      <section>
        <h3>Missing codes</h3>
        <MissingCodes
          codes={column.missing}
          suggested={evidence.suggestedMissing}
          onAccept={addCode}
          onChange={(missing) => change('missing codes', { missing })}
        />
      </section>
      <section>
        <h3>
          Values <span className="note">{count(evidence.distinct)} different</span>
        </h3>
        {evidence.top.length === 0 && evidence.distinct > 0 ? (
          <p className="note">For example {evidence.examples.slice(0, 5).join(', ')}.</p>
        ) : (
          <TopValues
            rows={evidence.top.map(({ value, n }) => ({
              value,
              label: labelled(value, column),
              n,
            }))}
            most={8}
            of={evidence.distinct}
          />
        )}
        <ColumnValueLabels
          key={position}
          column={column}
          top={evidence.top.map(({ value }) => value)}
          onChange={(values) => change('value labels', { values })}
        />
        {evidence.several !== undefined && (
          <p className="note">
            {evidence.several.form === 'separated'
              ? `Looks like several answers in one cell, divided by “${evidence.several.separator}”. It is loaded as it stands.`
              : `One of ${evidence.several.positions.length} tick boxes of ${evidence.several.name}: several answers to one question.`}
          </p>
        )}
      </section>
    </>
  );
}

function labelled(value: string, { values = [] }: ColumnDecision): string {
  const label = values.find((entry) => entry.value === value)?.label;
  return label === undefined || label === value ? value : `${value} ${label}`;
}
