import type { Step, TableInfo } from '../../../src/model/table.ts';
import type { StepField } from '../../step-fields.ts';
import { fromLines, linesOf, nameFrom } from '../../step-lines.ts';
import { useSelect } from '../../use-session.ts';
import { Check } from '../check.tsx';
import { NumberBox } from '../number-box.tsx';
import { Pick } from '../pick.tsx';
import { CommittedText, LiveText } from '../text-field.tsx';
import { VariablePicker } from '../variable-picker.tsx';
import { VariablesPicker } from '../variables-picker.tsx';
import { MergeField } from './merge-field.tsx';
import { StepCondition } from './step-condition.tsx';

const NO_LIMIT = 2_000;

/** One question of a step. */
export function StepFieldInput({
  field,
  step,
  table,
  onChange,
}: {
  field: StepField;
  step: Step;
  table: TableInfo;
  onChange: (part: Record<string, unknown>) => void;
}) {
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const kinds = 'kinds' in field ? field.kinds : undefined;
  const variables = table.variables.filter(
    ({ kind }) => kinds === undefined || kinds.includes(kind),
  );
  const text = (key: string) => (typeof step[key] === 'string' ? step[key] : '');
  switch (field.type) {
    case 'variable':
      return (
        <VariablePicker
          label={field.optional ? `${field.label} (optional)` : field.label}
          variables={variables}
          value={text(field.key) || null}
          onChange={(name) => onChange({ [field.key]: name ?? undefined })}
        />
      );
    case 'variables': {
      const value = Array.isArray(step[field.key]) ? (step[field.key] as string[]) : [];
      const option: Parameters<typeof VariablesPicker>[0]['option'] = {
        type: 'variables',
        key: field.key,
        label: field.label,
        help: '',
        kinds: kinds ?? [],
        min: field.optional ? 0 : 1,
        max: NO_LIMIT,
      };
      return (
        <VariablesPicker
          option={option}
          variables={variables}
          value={value}
          onChange={(names) => onChange({ [field.key]: names })}
        />
      );
    }
    case 'text':
      return (
        <LiveText
          label={field.optional ? `${field.label} (optional)` : field.label}
          value={text(field.key)}
          {...(field.hint === undefined ? {} : { placeholder: field.hint })}
          onChange={(value) => onChange({ [field.key]: value })}
        />
      );
    case 'expression':
      return (
        <>
          <LiveText
            label={field.label}
            value={text(field.key)}
            placeholder="age_at(born, seen)"
            onChange={(value) => onChange({ [field.key]: value })}
          />
          <p className="note">
            if( ), age_at( ), days_between( ), financial_year( ), imd_group( ), timing( ), coalesce(
            ) and more; variables by name or in [brackets], text in "quotation marks".
          </p>
        </>
      );
    case 'number':
      return (
        <NumberBox
          label={field.label}
          value={Number(step[field.key] ?? field.from)}
          min={field.least}
          max={field.most}
          onChange={(value) => onChange({ [field.key]: value })}
        />
      );
    case 'flag':
      return (
        <Check
          label={field.label}
          isSelected={step[field.key] === true}
          onChange={(on) => onChange({ [field.key]: on || undefined })}
        />
      );
    case 'choice':
      return (
        <Pick
          label={field.label}
          labelled
          choices={field.choices.map(([id, label]) => ({ id: id || 'none', label }))}
          value={text(field.key) || (field.choices.some(([id]) => id === '') ? 'none' : null)}
          onChange={(id) => onChange({ [field.key]: id === 'none' ? '' : id })}
        />
      );
    case 'lines':
      return (
        <>
          <CommittedText
            label={field.optional ? `${field.label} (optional)` : field.label}
            value={linesOf(field.form, step[field.key])}
            rows={5}
            onCommit={(lines) => onChange({ [field.key]: fromLines(field.form, lines) })}
          />
          <p className="note">{field.hint}</p>
        </>
      );
    case 'made':
      return (
        <LiveText
          label={field.label}
          value={text('label')}
          placeholder="Age at referral"
          onChange={(label) => onChange({ label, name: nameFrom(label) })}
        />
      );
    case 'table':
      return (
        <Pick
          label={field.label}
          labelled
          choices={tables
            .filter(({ name }) => name !== table.name)
            .map(({ name, label }) => ({ id: name, label }))}
          value={text(field.key) || null}
          onChange={(name) => onChange({ [field.key]: name })}
        />
      );
    case 'theirs':
      return (
        <VariablePicker
          label={field.label}
          variables={tables.find(({ name }) => name === step.table)?.variables ?? []}
          value={text(field.key) || null}
          onChange={(name) => onChange({ [field.key]: name ?? undefined })}
        />
      );
    case 'condition':
      return (
        <StepCondition
          table={table}
          onChange={(condition) => onChange({ [field.key]: condition })}
        />
      );
    case 'merges':
      return (
        <MergeField
          table={table}
          variable={text('variable')}
          map={(step[field.key] ?? {}) as Record<string, string>}
          onChange={(map) => onChange({ [field.key]: map })}
        />
      );
  }
}
