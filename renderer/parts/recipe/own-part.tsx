import type { Condition } from '../../../src/model/condition.ts';
import type { Step, TableInfo } from '../../../src/model/table.ts';
import type { OwnField } from '../../step-field.ts';
import { BringField, type Brought } from './fields/bring-field.tsx';
import { type Edit, EditsField } from './fields/edits-field.tsx';
import { KeysField } from './fields/keys-field.tsx';
import { MergeField } from './fields/merge-field.tsx';
import { type Near, NearField } from './fields/near-field.tsx';
import { type Outside, OutsideField } from './fields/outside-field.tsx';
import { type Times, TimesField } from './fields/times-field.tsx';
import { StepCondition } from './step-condition.tsx';

/** A question of a step that takes more than one input. */
export function OwnPart({
  field,
  label,
  step,
  table,
  other,
  onChange,
}: {
  field: OwnField;
  /** What is asked, and whether it need be answered. */
  label: string;
  step: Step;
  /** As the step finds it. */
  table: TableInfo;
  /** The table that the step names. */
  other: TableInfo | undefined;
  onChange: (part: Record<string, unknown>) => void;
}) {
  const text = (key: string) => (typeof step[key] === 'string' ? step[key] : '');
  const list = (key: string) => [step[key] ?? []].flat() as string[];
  switch (field.type) {
    case 'keys': {
      const there = list('foreignKey');
      return (
        <KeysField
          key={text('table')}
          table={table}
          other={other}
          keys={list('key').map((here, at) => [here, there[at] ?? ''] as const)}
          onChange={(pairs) =>
            onChange({
              key: pairs.map(([here]) => here),
              foreignKey: pairs.map(([, theirs]) => theirs),
            })
          }
        />
      );
    }
    case 'bring':
      return (
        <BringField
          label={label}
          variables={other?.variables ?? []}
          value={(step[field.key] ?? []) as readonly Brought[]}
          onChange={(value) => onChange({ [field.key]: value })}
        />
      );
    case 'condition': {
      const of = field.of === 'theirs' ? other : table;
      if (of === undefined) return null;
      return (
        <StepCondition
          key={of.name}
          label={label}
          table={of}
          start={step[field.key] as Condition | undefined}
          onChange={(condition) => onChange({ [field.key]: condition })}
        />
      );
    }
    case 'near':
      return (
        <NearField
          label={field.label}
          variables={table.variables.filter(({ kind }) =>
            ['text', 'category', 'identifier', 'date'].includes(kind),
          )}
          value={step[field.key] as Near | undefined}
          onChange={(near) => onChange({ [field.key]: near })}
        />
      );
    case 'outside':
      return (
        <OutsideField
          value={step[field.key] as Outside | undefined}
          onChange={(outside) => onChange({ [field.key]: outside })}
        />
      );
    case 'edits':
      return (
        <EditsField
          keys={list('key').map(
            (name) => table.variables.find((each) => each.name === name)?.label ?? name,
          )}
          edits={(step[field.key] ?? []) as readonly Edit[]}
          onChange={(edits) => onChange({ [field.key]: edits })}
        />
      );
    case 'times':
      return (
        <TimesField
          variables={table.variables}
          value={step as unknown as Times}
          onChange={({ times, time, values }) => onChange({ times, time, values })}
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
