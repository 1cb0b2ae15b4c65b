import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Op } from '../../src/cohort/operator.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { chipWords, together } from '../cohort-words.ts';
import { type ConditionDraft, operatorsFor, startDraft, testOf } from '../condition-draft.ts';
import { useReply } from '../use-reply.ts';
import { useSession } from '../use-session.ts';
import { count } from '../words.ts';
import { ConditionOperand } from './condition-operand.tsx';
import { Pick } from './pick.tsx';
import { VariablePicker } from './variable-picker.tsx';

export function ConditionForm({
  table,
  parts,
  onAdd,
}: {
  table: TableInfo;
  parts: readonly Condition[];
  onAdd: (part: Condition) => void;
}) {
  const { client } = useSession();
  const [draft, setDraft] = useState<ConditionDraft | null>(null);
  const variable = table.variables.find(({ name }) => name === draft?.variable);
  const test = draft === null || variable === undefined ? null : testOf(draft, variable.kind);
  const condition = test === null ? null : together([...parts, test]);
  const size = useReply(
    condition === null ? null : JSON.stringify([table.name, condition]),
    (options) =>
      client.countCohort({ table: table.name, condition: condition ?? together([]) }, options),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (test !== null && size.state !== 'refused') onAdd(test);
  };
  return (
    <form className="form" onSubmit={submit}>
      <VariablePicker
        label="Variable"
        variables={table.variables}
        value={draft?.variable ?? null}
        onChange={(name) => {
          const next = table.variables.find((entry) => entry.name === name);
          setDraft(next === undefined ? null : startDraft(next));
        }}
        autoFocus
      />
      {draft !== null && variable !== undefined && (
        <>
          <Pick<Op>
            label="Test"
            labelled
            choices={operatorsFor(variable.kind).map(({ op, label }) => ({ id: op, label }))}
            value={draft.op}
            onChange={(op) => setDraft({ ...draft, op })}
          />
          <ConditionOperand table={table} variable={variable} draft={draft} onChange={setDraft} />
        </>
      )}
      <p className="note" aria-live="polite" style={{ minHeight: 36 }}>
        {size.state === 'ok' && test !== null && (
          <>
            {chipWords(test, table)}: <b>{count(size.value.n)}</b> of {count(size.value.of)}{' '}
            {table.unit}
          </>
        )}
        {size.state === 'refused' && <span className="bad">{size.refusal.message}</span>}
      </p>
      <div className="buttons">
        <Button type="submit" className="btn primary" isDisabled={test === null}>
          Add condition
        </Button>
      </div>
    </form>
  );
}
