import type { StepForms } from '../step-field.ts';
import { LINKED, NUMBERS, REASON } from './usual-fields.ts';

/** “Choose rows” */
export const ROW_STEPS: StepForms = {
  'remove-duplicates': [
    {
      type: 'variables',
      key: 'by',
      label: 'Rows agree in',
      optional: true,
    },
    { type: 'near', key: 'near', label: 'And nearly in', optional: true },
    {
      type: 'choice',
      key: 'keep',
      label: 'Keep',
      choices: [
        ['first', 'The first'],
        ['last', 'The last'],
        ['fullest', 'The one with the most values'],
        ['earliest', 'The earliest by date'],
        ['latest', 'The latest by date'],
      ],
    },
    {
      type: 'variable',
      key: 'date',
      label: 'By the date',
      kinds: ['date', ...NUMBERS],
      optional: true,
      when: ({ keep }) => keep === 'earliest' || keep === 'latest',
    },
    { type: 'flag', key: 'fill', label: 'Fill its missing values from the others' },
  ],
  'keep-rows': [{ type: 'condition', key: 'condition', label: 'Rows to keep' }, REASON],
  'leave-out': [{ type: 'condition', key: 'condition', label: 'Rows to leave out' }, REASON],
  'keep-linked': [...LINKED, REASON],
};
