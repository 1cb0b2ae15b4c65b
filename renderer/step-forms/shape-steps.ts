import type { StepForms } from '../step-field.ts';
import { MADE, variableField, variablesField } from './usual-fields.ts';

/** “Change the shape” */
export const SHAPE_STEPS: StepForms = {
  'wide-to-long': [
    { type: 'times', keys: ['times', 'time', 'values'], label: 'Times and their columns' },
    { type: 'flag', key: 'keepEmpty', label: 'Keep rows of a time without any value' },
  ],
  'long-to-wide': [
    { type: 'variables', key: 'by', label: 'One row for each' },
    { type: 'variable', key: 'across', label: 'Columns are named by' },
    { type: 'variables', key: 'values', label: 'Columns hold' },
    {
      type: 'choice',
      key: 'repeated',
      label: 'Several rows for one cell',
      choices: [
        ['refuse', 'Stop, and say which'],
        ['first', 'Take the first'],
        ['last', 'Take the last'],
      ],
    },
    {
      type: 'variables',
      key: 'keep',
      label: 'Keep too, from the first row',
      optional: true,
    },
    {
      type: 'lines',
      key: 'times',
      label: 'Only these columns, in this order',
      form: 'texts',
      hint: 'Values of the naming variable, one a line; all when empty',
      optional: true,
    },
  ],
  'rename-variable': [variableField(), MADE],
  'drop-variables': [variablesField()],
};
