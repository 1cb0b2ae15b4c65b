import type { StepForms } from '../step-field.ts';
import { DATES, variablesField, WORDS } from './usual-fields.ts';

/** “Protect people” */
export const PRIVACY_STEPS: StepForms = {
  pseudonymise: [
    variablesField(),
    {
      type: 'number',
      key: 'length',
      label: 'Letters of a pseudonym',
      from: 16,
      least: 12,
      most: 64,
    },
  ],
  'shift-dates': [
    variablesField(DATES),
    { type: 'variable', key: 'person', label: 'Person' },
    { type: 'number', key: 'days', label: 'At most, days', from: 30, least: 1, most: 3650 },
  ],
  'coarsen-dates': [
    variablesField(DATES),
    {
      type: 'choice',
      key: 'to',
      label: 'To the first day of the',
      choices: [
        ['month', 'Month'],
        ['quarter', 'Quarter'],
        ['year', 'Year'],
        ['financial-year', 'Financial year'],
      ],
    },
  ],
  redact: [
    variablesField(WORDS),
    {
      type: 'several',
      key: 'forms',
      label: 'Taken out',
      choices: [
        ['email', 'Email addresses'],
        ['phone', 'Telephone numbers'],
        ['nhs-number', 'NHS numbers'],
        ['postcode', 'Postcodes'],
        ['date', 'Dates'],
      ],
      optional: true,
    },
    {
      type: 'lines',
      key: 'words',
      label: 'Names and words',
      form: 'texts',
      hint: 'One a line',
      optional: true,
    },
  ],
};
