import { Input, Label, NumberField, Text } from 'react-aria-components';
import type { OptionDefinition } from '../../src/model/option.ts';
import type { OptionValue } from '../../src/model/result.ts';
import type { TableInfo } from '../../src/model/table.ts';
import { listOf, variablesFor } from '../option-values.ts';
import { Check } from './check.tsx';
import { Pick } from './pick.tsx';
import { LiveText } from './text-field.tsx';
import { VariablePicker } from './variable-picker.tsx';
import { VariablesPicker } from './variables-picker.tsx';

/** One option as a control, made from its description alone. */
export function OptionField({
  option,
  value,
  table,
  onChange,
}: {
  option: OptionDefinition;
  value: OptionValue | undefined;
  table: TableInfo;
  onChange: (value: OptionValue) => void;
}) {
  switch (option.type) {
    case 'variable':
      return (
        <VariablePicker
          label={option.required ? option.label : `${option.label} (optional)`}
          hint={option.help}
          variables={variablesFor(option, table)}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      );
    case 'variables':
      return (
        <VariablesPicker
          option={option}
          variables={variablesFor(option, table)}
          value={listOf(value)}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <div className="field" title={option.help}>
          <Pick
            label={option.label}
            labelled
            choices={option.choices.map((choice) => ({ id: choice.value, label: choice.label }))}
            value={String(value)}
            onChange={onChange}
          />
          <span className="hidden-text">{option.help}</span>
        </div>
      );
    case 'number':
      return (
        <NumberField
          className="field"
          value={Number(value)}
          minValue={option.min}
          maxValue={option.max}
          step={option.step}
          onChange={(next) => Number.isFinite(next) && onChange(next)}
        >
          <Label>{option.label}</Label>
          <Input className="input" autoComplete="off" />
          <Text slot="description" className="hidden-text">
            {option.help}
          </Text>
        </NumberField>
      );
    case 'switch':
      return (
        <Check
          label={option.label}
          isSelected={value === true}
          onChange={onChange}
          note={option.help}
        />
      );
    case 'date':
    case 'text':
      return (
        <div className="field" title={option.help}>
          <LiveText
            label={option.label}
            value={typeof value === 'string' ? value : ''}
            placeholder={option.type === 'date' ? '2022-04-01' : ''}
            onChange={(text) => onChange(option.type === 'date' && text === '' ? null : text)}
          />
          <span className="hidden-text">{option.help}</span>
        </div>
      );
  }
}
