import { useState } from 'react';
import { Button, Input, Label, NumberField } from 'react-aria-components';
import type { Rule, RuleField, RuleKindFacts } from '../../../src/model/quality.ts';
import type { TableInfo } from '../../../src/model/table.ts';
import { isWhole, offeredFields, type RuleDraft, ruleFrom } from '../../rule-draft.ts';
import { useSelect, useSession } from '../../use-session.ts';
import { Check } from '../check.tsx';
import { Pick } from '../pick.tsx';
import { LiveText } from '../text-field.tsx';
import { VariablePicker } from '../variable-picker.tsx';
import { VariablesPicker } from '../variables-picker.tsx';

/** A rule of one's own: the table, the kind, and what the kind asks for. */
export function RuleForm({
  kinds,
  rules,
  onDone,
}: {
  kinds: readonly RuleKindFacts[];
  rules: readonly Rule[];
  onDone: () => void;
}) {
  const session = useSession();
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const [name, setName] = useState(tables[0]?.name ?? '');
  const [chosen, setChosen] = useState('required');
  const [draft, setDraft] = useState<RuleDraft>({});
  const table = tables.find((each) => each.name === name);
  const kind = kinds.find((each) => each.kind === chosen);
  if (table === undefined || kind === undefined) return null;
  const offered = kinds.filter((each) => each.fields.length > 0);
  const set = (key: string, value: unknown) => setDraft({ ...draft, [key]: value });
  const keep = async () => {
    const rule = ruleFrom(name, kind, draft, rules);
    const kept = await session.change('Keeping the rule', () => session.client.saveRule({ rule }));
    if (kept !== undefined) onDone();
  };
  return (
    <section className="card flush ruleform" aria-label="New rule">
      <header>
        <h2>New rule</h2>
      </header>
      <div className="scroll pad">
        <Pick
          label="Table"
          labelled
          choices={tables.map((each) => ({ id: each.name, label: each.label }))}
          value={name}
          onChange={(next) => {
            setName(next);
            setDraft({});
          }}
        />
        <Pick
          label="What holds"
          labelled
          choices={offered.map((each) => ({ id: each.kind, label: each.label }))}
          value={chosen}
          onChange={(next) => {
            setChosen(next);
            setDraft({});
          }}
        />
        {offeredFields(kind).map((field) => (
          <Field
            key={`${name} ${chosen} ${field.key}`}
            field={field}
            table={table}
            tables={tables}
            draft={draft}
            onChange={(value) => set(field.key, value)}
          />
        ))}
      </div>
      <footer className="act">
        <Button className="btn small" onPress={onDone}>
          Cancel
        </Button>
        <Button
          className="btn small primary"
          isDisabled={!isWhole(kind, draft)}
          onPress={() => void keep()}
        >
          Keep the rule
        </Button>
      </footer>
    </section>
  );
}

/** One part of a rule as a control, from its description alone. */
function Field({
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
  switch (form.of) {
    case 'variable':
    case 'date-or-linked':
      return (
        <VariablePicker
          label={label}
          variables={table.variables.filter(({ kind }) =>
            form.of === 'variable' ? form.kinds.includes(kind) : kind === 'date',
          )}
          value={typeof value === 'string' ? value : null}
          onChange={(name) => onChange(name ?? undefined)}
        />
      );
    case 'variables':
      return (
        <VariablesPicker
          option={{
            type: 'variables',
            key,
            label: field.label,
            help: field.label,
            kinds: form.kinds,
            min: optional ? 0 : 1,
            max: 200,
          }}
          variables={table.variables.filter(({ kind }) => form.kinds.includes(kind))}
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
    case 'key':
      return (
        <VariablePicker
          label={label}
          variables={tables.find(({ name }) => name === draft.table)?.variables ?? []}
          value={typeof value === 'string' ? value : null}
          onChange={(name) => onChange(name ?? undefined)}
        />
      );
    case 'condition':
      return null;
  }
}
