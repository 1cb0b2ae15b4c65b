import { CheckboxGroup, Label } from 'react-aria-components';
import { DATED } from '../../src/cohort/operands.ts';
import { SPANS } from '../../src/model/condition.ts';
import type { TableInfo } from '../../src/model/table.ts';
import type { Variable } from '../../src/model/variable.ts';
import { type ConditionDraft, type Field, fieldsOf } from '../condition-draft.ts';
import { useTableState } from '../table-state.ts';
import { replyValue, useReply } from '../use-reply.ts';
import { useSession } from '../use-session.ts';
import { count } from '../words.ts';
import { Check } from './check.tsx';
import { Pick } from './pick.tsx';
import { LiveText } from './text-field.tsx';

const EXAMPLES: Partial<Record<Variable['kind'], string>> = {
  date: '2022-04-01',
  datetime: '2022-04-01T09:30',
  time: '09:30',
};

interface OperandProps {
  table: TableInfo;
  variable: Variable;
  draft: ConditionDraft;
  onChange: (draft: ConditionDraft) => void;
}

/** What follows the operator: a field for each of its operands. */
export function ConditionOperand(props: OperandProps) {
  const fields = fieldsOf(props.draft.op);
  return (
    <div className={fields.length > 1 ? 'range' : ''}>
      {fields.map((field) => (
        <OperandField key={field.name} field={field} {...props} />
      ))}
    </div>
  );
}

function OperandField({ field, ...props }: OperandProps & { field: Field }) {
  const { draft, onChange, variable, table } = props;
  const { name, kind, label } = field;
  const value = draft.entries[name] ?? '';
  const enter = (text: string) =>
    onChange({ ...draft, entries: { ...draft.entries, [name]: text } });
  switch (kind) {
    case 'values':
    case 'reasons':
      return <Ticks {...props} label={label} of={kind} />;
    case 'span':
      return (
        <Pick
          label={label}
          labelled
          choices={SPANS.map((span) => ({ id: span, label: span }))}
          value={SPANS.find((span) => span === value) ?? null}
          onChange={enter}
        />
      );
    case 'moment':
      return <AgeAt table={table} label={label} value={value} onChange={enter} />;
    case 'years':
      return (
        <LiveText label={label} value={value} onChange={enter} placeholder="2021/22, 2022/23" />
      );
    case 'day':
      return <LiveText label={label} value={value} onChange={enter} placeholder="2023-03-31" />;
    case 'value':
    case 'part':
    case 'count':
      return (
        <LiveText
          label={label}
          value={value}
          onChange={enter}
          placeholder={kind === 'value' ? (EXAMPLES[variable.kind] ?? '') : ''}
        />
      );
  }
}

/** The values there are, or the reasons why there is none, each with its number of rows. */
function Ticks({
  table,
  variable,
  draft,
  onChange,
  label,
  of,
}: OperandProps & { label: string; of: 'values' | 'reasons' }) {
  const { client } = useSession();
  const state = useTableState(table.name);
  const summary = useReply(
    JSON.stringify([table.name, table.version, state, variable.name]),
    (options) => client.summary({ table: table.name, variable: variable.name, ...state }, options),
  );
  const known = replyValue(summary, null);
  const ticks =
    of === 'values'
      ? (known?.top ?? [])
      : (known?.missing ?? []).map(({ reason, n }) => ({ value: reason, label: reason, n }));
  return (
    <CheckboxGroup
      className="field"
      value={[...draft.ticked]}
      onChange={(ticked) => onChange({ ...draft, ticked })}
    >
      <Label>{label}</Label>
      <div className="ticks">
        {ticks.map(({ value, label: words, n }) => (
          <Check
            key={value}
            label={
              <span className="line">
                <span className="cut">{words}</span>
                <span className="note right">{count(n)}</span>
              </span>
            }
            value={value}
          />
        ))}
      </div>
      {of === 'reasons' && <p className="note">Any reason, when none is ticked.</p>}
    </CheckboxGroup>
  );
}

const ON_A_DAY = ':';

/** Another date of the row, or one day for all rows. */
function AgeAt({
  table,
  label,
  value,
  onChange,
}: {
  table: TableInfo;
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  const dates = table.variables.filter(({ kind }) => DATED.includes(kind));
  const isVariable = value.startsWith(ON_A_DAY);
  return (
    <>
      <Pick
        label={label}
        labelled
        choices={[
          ...dates.map((date) => ({ id: `${ON_A_DAY}${date.name}`, label: date.label })),
          { id: '', label: 'One day for all' },
        ]}
        value={isVariable ? value : ''}
        onChange={onChange}
      />
      {!isVariable && (
        <LiveText label="Day" value={value} onChange={onChange} placeholder="2023-03-31" />
      )}
    </>
  );
}
