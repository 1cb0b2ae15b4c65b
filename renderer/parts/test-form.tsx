import { useState } from 'react';
import type { Op } from '../../src/cohort/operator.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { type ConditionDraft, operatorsFor, startDraft, testOf } from '../condition-draft.ts';
import { ConditionOperand } from './condition-operand.tsx';
import { Pick } from './pick.tsx';
import { VariablePicker } from './variable-picker.tsx';

/** From a variable and an operator to a test. */
export function TestForm({
  table,
  onChange,
}: {
  table: TableInfo;
  /** Null while something is left to enter. */
  onChange: (test: Condition | null) => void;
}) {
  const [draft, setDraft] = useState<ConditionDraft | null>(null);
  const variable = table.variables.find(({ name }) => name === draft?.variable);
  const change = (next: ConditionDraft | null) => {
    setDraft(next);
    const kind = table.variables.find(({ name }) => name === next?.variable)?.kind;
    onChange(next === null || kind === undefined ? null : testOf(next, kind));
  };
  return (
    <>
      <VariablePicker
        label="Variable"
        variables={table.variables}
        value={draft?.variable ?? null}
        onChange={(name) => {
          const next = table.variables.find((entry) => entry.name === name);
          change(next === undefined ? null : startDraft(next));
        }}
      />
      {draft !== null && variable !== undefined && (
        <>
          <Pick<Op>
            label="Test"
            labelled
            choices={operatorsFor(variable.kind).map(({ op, label }) => ({ id: op, label }))}
            value={draft.op}
            onChange={(op) => change({ ...draft, op, ticked: [] })}
          />
          <ConditionOperand table={table} variable={variable} draft={draft} onChange={change} />
        </>
      )}
    </>
  );
}
