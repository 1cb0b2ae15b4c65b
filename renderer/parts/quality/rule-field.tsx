import { Input, Label, NumberField } from 'react-aria-components';
import type { Condition } from '../../../src/model/condition.ts';
import type { LinkedVariable, RuleField } from '../../../src/model/quality.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { KINDS } from '../../../src/model/variable.ts';
import type { RuleDraft } from '../../rule-draft.ts';
import { Check } from '../check.tsx';
import { Pick } from '../pick.tsx';
import { LiveText } from '../text-field.tsx';
import { VariablePicker } from '../variable-picker.tsx';
import { VariablesPicker } from '../variables-picker.tsx';
import { DateOrLinked } from './date-or-linked.tsx';
import { RuleCondition } from './rule-condition.tsx';

/** One part of a rule as a control, from its description alone. */
export function RuleFieldInput({
  field,
  table,
  tables,
  draft,
  onChange,
}: {
  field: RuleField;
  table: TableInfo;
  tables: readonly TableInfo[];
  draft: RuleDraft;
  onChange: (value: unknown) => void;
}) {
  const { form, key, optional } = field;
  const label = optional ? `${field.label} (optional)` : field.label;
  const value = draft[key];
  const other = tables.find(({ name }) => name === draft.table);
  const choices =
    'kinds' in form
      ? table.variables.filter(({ kind }) => form.kinds.includes(kind))
      : (other?.variables ?? []);
  switch (form.of) {
    case 'variable':
    case 'key':
      return (
        <VariablePicker
          label={label}
          variables={choices}
          value={typeof value === 'string' ? value : null}
          onChange={(name) => onChange(name ?? undefined)}
        />
      );
    case 'variables':
    case 'theirs':
      return (
        <VariablesPicker
          option={{
            type: 'variables',
            key,
            label: field.label,
            help: field.label,
            kinds: 'kinds' in form ? form.kinds : KINDS,
            min: optional ? 0 : 1,
            max: 200,
          }}
          variables={choices}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
        />
      );
    case 'number':
      return (
        <NumberField
          className="field"
          {...(typeof value === 'number' ? { value } : { defaultValue: Number.NaN })}
          onChange={(next) => onChange(Number.isFinite(next) ? next : undefined)}
        >
          <Label>{label}</Label>
          <Input className="input" autoComplete="off" />
        </NumberField>
      );
    case 'texts':
      return (
        <LiveText
          label={`${label}, with commas between`}
          value={Array.isArray(value) ? value.join(',') : ''}
          onChange={(text) => onChange(text === '' ? undefined : text.split(','))}
        />
      );
    case 'choice':
      return (
        <Pick
          label={label}
          labelled
          choices={form.choices.map((each) => ({ id: each.value, label: each.label }))}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      );
    case 'yes':
      return (
        <Check
          label={field.label}
          isSelected={value === true}
          onChange={(on) => onChange(on ? true : undefined)}
        />
      );
    case 'table':
      return (
        <Pick
          label={label}
          labelled
          choices={tables
            .filter(({ name }) => name !== table.name)
            .map((each) => ({ id: each.name, label: each.label }))}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      );
    case 'date-or-linked':
      return (
        <DateOrLinked
          label={label}
          table={table}
          value={value as string | LinkedVariable | undefined}
          onChange={onChange}
        />
      );
    case 'expression':
      return (
        <>
          <LiveText
            label={label}
            value={typeof value === 'string' ? value : ''}
            placeholder="days_between(received, seen)"
            onChange={(text) => onChange(text === '' ? undefined : text)}
          />
          <p className="note">
            As in a cleaning step: if( ), age_at( ), days_between( ), coalesce( ) and more;
            variables by name or in [brackets], text in "quotation marks".
          </p>
        </>
      );
    case 'condition': {
      const about = form.on === 'linked' ? other : table;
      return about === undefined ? null : (
        <RuleCondition
          key={about.name}
          label={label}
          table={about}
          value={value as Condition | undefined}
          onChange={onChange}
        />
      );
    }
  }
}
