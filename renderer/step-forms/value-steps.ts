import type { StepForms } from '../step-field.ts';
import { REASON, variableField, variablesField, WORDS } from './usual-fields.ts';

/** “Correct values” */
export const VALUE_STEPS: StepForms = {
  'edit-cells': [
    variableField(),
    { type: 'variables', key: 'key', label: 'Rows are found by' },
    { type: 'edits', key: 'edits', label: 'Corrections' },
    { ...REASON, label: 'Reason for what is taken out', optional: true },
  ],
  'find-replace': [
    variablesField(WORDS),
    { type: 'text', key: 'find', label: 'Find' },
    {
      type: 'text',
      key: 'replace',
      label: 'Replace by',
      hint: 'nothing: it is taken out',
      blank: true,
    },
    { type: 'flag', key: 'whole', label: 'The whole cell' },
    { type: 'flag', key: 'ignoreCase', label: 'Capitals do not matter' },
    { type: 'flag', key: 'pattern', label: 'As a pattern: \\d, [a-z], ( ), $1' },
  ],
  'map-values': [
    variableField([...WORDS, 'integer', 'yesno']),
    { type: 'merges', key: 'map', label: 'Old → new' },
  ],
  'tidy-text': [
    variableField(WORDS),
    {
      type: 'choice',
      key: 'case',
      label: 'Capitals',
      choices: [
        ['', 'As they are'],
        ['sentence', 'First letter'],
        ['title', 'Every Word'],
        ['lower', 'none'],
        ['upper', 'ALL'],
      ],
    },
    { type: 'flag', key: 'collapse', label: 'Several spaces become one', usual: true },
  ],
  'parse-dates': [
    variableField([...WORDS, 'datetime']),
    {
      type: 'choice',
      key: 'order',
      label: 'Order',
      choices: [
        ['dmy', 'Day, month, year'],
        ['mdy', 'Month, day, year'],
        ['ymd', 'Year, month, day'],
      ],
    },
    {
      type: 'number',
      key: 'pivot',
      label: 'Years of two digits: up to this one are 20…',
      from: 30,
      least: 0,
      most: 99,
    },
  ],
  'set-missing': [
    variablesField(),
    {
      type: 'lines',
      key: 'values',
      label: 'Values that mean “not known”',
      form: 'texts',
      hint: 'One a line',
      optional: true,
    },
    { type: 'outside', key: 'outside', label: 'Out of range', optional: true },
    REASON,
  ],
  'fill-missing': [
    variableField(),
    { type: 'text', key: 'value', label: 'Value' },
    {
      type: 'lines',
      key: 'reasons',
      label: 'Only where it is missing because',
      form: 'texts',
      hint: 'Reasons, one a line: empty',
      optional: true,
    },
  ],
};
