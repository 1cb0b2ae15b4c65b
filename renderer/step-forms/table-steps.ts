import type { StepForms } from '../step-field.ts';
import { DATES, LINKED, MADE, ONLY_THEIRS } from './usual-fields.ts';

/** “Use another table” */
export const TABLE_STEPS: StepForms = {
  link: [...LINKED, { type: 'bring', key: 'bring', label: 'Variables to bring' }],
  'count-linked': [...LINKED, ONLY_THEIRS, MADE],
  'date-linked': [
    ...LINKED,
    { type: 'theirs', key: 'date', label: 'Date there', kinds: DATES },
    { type: 'nth', key: 'nth', label: 'Which', optional: true },
    ONLY_THEIRS,
    MADE,
  ],
  append: [
    { type: 'table', key: 'table', label: 'Table' },
    { type: 'mark', key: 'mark', label: 'New variable that says which table', optional: true },
  ],
};
