import { CheckboxGroup, Label } from 'react-aria-components';
import type { TableInfo } from '../../src/model/table.ts';
import type { Variable } from '../../src/model/variable.ts';
import { type ConditionDraft, shapeOf } from '../condition-draft.ts';
import { replyValue, useReply } from '../use-reply.ts';
import { useSession } from '../use-session.ts';
import { count } from '../words.ts';
import { Check } from './check.tsx';
import { LiveText } from './text-field.tsx';

const EXAMPLES: Partial<Record<Variable['kind'], string>> = {
  date: '2022-04-01',
  datetime: '2022-04-01T09:30',
  time: '09:30',
};

/** What follows the operator: nothing, a value, two bounds, or ticks beside the values there are. */
export function ConditionOperand({
  table,
  variable,
  draft,
  onChange,
}: {
  table: TableInfo;
  variable: Variable;
  draft: ConditionDraft;
  onChange: (draft: ConditionDraft) => void;
}) {
  const { client } = useSession();
  const shape = shapeOf(draft.op);
  const lists = shape === 'values';
  const summary = useReply(
    lists ? JSON.stringify([table.name, table.version, variable.name]) : null,
    (options) => client.summary({ table: table.name, variable: variable.name }, options),
  );
  const placeholder = EXAMPLES[variable.kind] ?? '';
  if (shape === 'none') return null;
  if (lists) {
    const top = replyValue(summary, null)?.top ?? [];
    return (
      <CheckboxGroup
        className="field"
        value={[...draft.values]}
        onChange={(values) => onChange({ ...draft, values })}
      >
        <Label>Values</Label>
        <div className="ticks">
          {top.map(({ value, label, n }) => (
            <Check
              key={value}
              label={
                <span className="line">
                  <span className="cut">{label}</span>
                  <span className="note right">{count(n)}</span>
                </span>
              }
              value={value}
            />
          ))}
        </div>
      </CheckboxGroup>
    );
  }
  return (
    <div className={shape === 'range' ? 'range' : ''}>
      <LiveText
        label={shape === 'range' ? 'From' : 'Value'}
        value={draft.value}
        onChange={(value) => onChange({ ...draft, value })}
        placeholder={placeholder}
      />
      {shape === 'range' && (
        <LiveText
          label="To"
          value={draft.high}
          onChange={(high) => onChange({ ...draft, high })}
          placeholder={placeholder}
        />
      )}
    </div>
  );
}
