import { useState } from 'react';
import type { Op } from '../../../src/cohort/operator.ts';
import type { Condition } from '../../../src/model/condition.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { type ConditionDraft, operatorsFor, startDraft, testOf } from '../../condition-draft.ts';
import { useSelect } from '../../use-session.ts';
import { ConditionOperand } from '../condition-operand.tsx';
import { Pick } from '../pick.tsx';
import { VariablePicker } from '../variable-picker.tsx';

const ONE = 'one';

/** Which rows: those of a cohort of the table, or those of one test. */
export function StepCondition({
  table,
  onChange,
}: {
  table: TableInfo;
  onChange: (condition: Condition | undefined) => void;
}) {
  const cohorts = (useSelect((state) => state.project)?.cohorts ?? []).filter(
    (cohort) => cohort.table === table.name,
  );
  const [way, setWay] = useState(ONE);
  const [draft, setDraft] = useState<ConditionDraft | null>(null);
  const variable = table.variables.find(({ name }) => name === draft?.variable);
  const change = (next: ConditionDraft | null) => {
    setDraft(next);
    const kind = table.variables.find(({ name }) => name === next?.variable)?.kind;
    onChange((next && kind && testOf(next, kind)) ?? undefined);
  };
  return (
    <>
      {cohorts.length > 0 && (
        <Pick
          label="Rows"
          labelled
          choices={[
            { id: ONE, label: 'that meet a test' },
            ...cohorts.map(({ name, label }) => ({ id: name, label: `of the cohort ${label}` })),
          ]}
          value={way}
          onChange={(id) => {
            setWay(id);
            onChange(cohorts.find(({ name }) => name === id)?.condition);
          }}
        />
      )}
      {way === ONE && (
        <>
          <VariablePicker
            label="Variable"
            variables={table.variables}
            value={draft?.variable ?? null}
            onChange={(name) => {
              const next = table.variables.find((each) => each.name === name);
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
                onChange={(op) => change({ ...draft, op })}
              />
              <ConditionOperand table={table} variable={variable} draft={draft} onChange={change} />
            </>
          )}
        </>
      )}
    </>
  );
}
