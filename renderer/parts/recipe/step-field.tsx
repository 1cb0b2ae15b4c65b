import { CheckboxGroup, Label } from 'react-aria-components';
import type { Step, TableInfo } from '../../../src/model/table.ts';
import type { StepField } from '../../step-field.ts';
import { fromLines, linesOf, nameFrom } from '../../step-lines.ts';
import { useSelect } from '../../use-session.ts';
import { Check } from '../check.tsx';
import { NumberBox } from '../number-box.tsx';
import { Pick } from '../pick.tsx';
import { CommittedText, LiveText } from '../text-field.tsx';
import { VariablePicker } from '../variable-picker.tsx';
import { VariablesPicker } from '../variables-picker.tsx';
import { OwnPart } from './own-part.tsx';

const NO_LIMIT = 2_000;

const PLACES: readonly (readonly [number, string])[] = [
  [1, 'The first'],
  [2, 'The second'],
  [3, 'The third'],
  [-1, 'The last'],
  [-2, 'The last but one'],
];

/** One question of a step. */
export function StepFieldInput({
  field,
  step,
  table,
  own,
  onChange,
}: {
  field: StepField;
  step: Step;
  /** As the step finds it. */
  table: TableInfo;
  /** Name of the table that the recipe makes, which cannot be made from itself. */
  own: string;
  onChange: (part: Record<string, unknown>) => void;
}) {
  const tables = useSelect((state) => state.project)?.tables ?? [];
  const other = tables.find((each) => each.name === step.table);
  if ('when' in field && field.when?.(step) === false) return null;
  const kinds = 'kinds' in field ? field.kinds : undefined;
  const ofKind = ({ variables }: Pick<TableInfo, 'variables'>) =>
    variables.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
  const text = (key: string) => (typeof step[key] === 'string' ? step[key] : '');
  const list = (key: string) => [step[key] ?? []].flat() as string[];
  const label = 'optional' in field && field.optional ? `${field.label} (optional)` : field.label;
  switch (field.type) {
    case 'variable':
      return (
        <VariablePicker
          label={label}
          variables={ofKind(table)}
          value={text(field.key) || null}
          onChange={(name) => onChange({ [field.key]: name ?? undefined })}
        />
      );
    case 'variables':
      return (
        <VariablesPicker
          option={{
            type: 'variables',
            key: field.key,
            label: field.label,
            help: '',
            kinds: kinds ?? [],
            min: field.optional ? 0 : 1,
            max: NO_LIMIT,
          }}
          variables={ofKind(table)}
          value={list(field.key)}
          onChange={(names) => onChange({ [field.key]: names })}
        />
      );
    case 'text':
      return (
        <LiveText
          label={label}
          value={String(step[field.key] ?? '')}
          {...(field.hint === undefined ? {} : { placeholder: field.hint })}
          onChange={(value) => onChange({ [field.key]: value })}
        />
      );
    case 'expression':
      return (
        <>
          <LiveText
            label={label}
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
          label={label}
          value={Number(step[field.key] ?? field.from)}
          min={field.least}
          max={field.most}
          onChange={(value) => onChange({ [field.key]: value })}
        />
      );
    case 'flag': {
      const usual = field.usual === true;
      return (
        <Check
          label={label}
          isSelected={step[field.key] === undefined ? usual : step[field.key] === true}
          onChange={(on) => onChange({ [field.key]: on === usual ? undefined : on })}
        />
      );
    }
    case 'choice':
      return (
        <Pick
          label={label}
          labelled
          choices={field.choices.map(([id, words]) => ({ id: id || 'none', label: words }))}
          value={text(field.key) || (field.choices.some(([id]) => id === '') ? 'none' : null)}
          onChange={(id) => onChange({ [field.key]: id === 'none' ? '' : id })}
        />
      );
    case 'several':
      return (
        <CheckboxGroup
          className="field"
          value={list(field.key)}
          onChange={(ticked) => onChange({ [field.key]: ticked })}
        >
          <Label>{label}</Label>
          {field.choices.map(([id, words]) => (
            <Check key={id} value={id} label={words} />
          ))}
        </CheckboxGroup>
      );
    case 'nth':
      return (
        <Pick
          label={field.label}
          labelled
          choices={PLACES.map(([nth, words]) => ({ id: String(nth), label: words }))}
          value={String(step[field.key] ?? 1)}
          onChange={(nth) => onChange({ [field.key]: Number(nth) })}
        />
      );
    case 'lines':
      return (
        <>
          <CommittedText
            label={label}
            value={linesOf(field.form, step[field.key])}
            rows={field.optional ? 2 : 5}
            onCommit={(lines) => onChange({ [field.key]: fromLines(field.form, lines) })}
          />
          <p className="note">{field.hint}</p>
        </>
      );
    case 'made':
      return (
        <LiveText
          label={label}
          value={text('label')}
          placeholder="Age at referral"
          onChange={(words) => onChange({ label: words, name: nameFrom(words) })}
        />
      );
    case 'mark': {
      const mark = step[field.key] as { label: string } | undefined;
      return (
        <LiveText
          label={label}
          value={mark?.label ?? ''}
          placeholder="Source"
          onChange={(words) =>
            onChange({
              [field.key]: words === '' ? undefined : { name: nameFrom(words), label: words },
            })
          }
        />
      );
    }
    case 'table':
      return (
        <Pick
          label={label}
          labelled
          choices={tables
            .filter(({ name }) => name !== table.name && name !== own)
            .map(({ name, label: words }) => ({ id: name, label: words, note: name }))}
          value={text(field.key) || null}
          onChange={(name) => onChange({ [field.key]: name })}
        />
      );
    case 'theirs':
      return (
        <VariablePicker
          label={label}
          variables={other ? ofKind(other) : []}
          value={text(field.key) || null}
          onChange={(name) => onChange({ [field.key]: name ?? undefined })}
        />
      );
    default:
      return (
        <OwnPart
          field={field}
          label={label}
          step={step}
          table={table}
          other={other}
          onChange={onChange}
        />
      );
  }
}
