import type { StepForms } from '../step-field.ts';
import { DATES, MADE, NUMBERS, variableField, variablesField, WORDS } from './usual-fields.ts';

/** “Make a variable” */
export const VARIABLE_STEPS: StepForms = {
  group: [
    variableField(WORDS),
    MADE,
    { type: 'lines', key: 'groups', label: 'Groups', form: 'groups', hint: 'White: A, B, C' },
    { type: 'text', key: 'otherwise', label: 'All others', optional: true },
  ],
  bands: [
    variableField(NUMBERS),
    MADE,
    { type: 'lines', key: 'bands', label: 'Bands', form: 'bands', hint: '18 to 24: 18 to 24' },
  ],
  derive: [
    MADE,
    { type: 'expression', key: 'expression', label: 'Expression' },
    { type: 'flag', key: 'replace', label: 'In place of the variable of this name' },
  ],
  'financial-year': [variableField(DATES), MADE],
  'compare-dates': [
    MADE,
    { type: 'variable', key: 'date', label: 'Date', kinds: DATES },
    { type: 'variables', key: 'against', label: 'Against (the first that is known)', kinds: DATES },
    { type: 'text', key: 'before', label: 'When before', hint: 'Antenatal' },
    { type: 'text', key: 'onOrAfter', label: 'When on the day or after', hint: 'Postnatal' },
    { type: 'text', key: 'unknown', label: 'When not known', hint: 'Not known' },
  ],
  'split-column': [
    variableField(WORDS),
    { type: 'text', key: 'separator', label: 'Separator', hint: ',' },
    {
      type: 'lines',
      key: 'into',
      label: 'Parts',
      form: 'named',
      hint: 'A name for each part, one a line',
    },
  ],
  'join-columns': [
    variablesField(),
    { type: 'text', key: 'separator', label: 'Separator', hint: ', ' },
    MADE,
  ],
  'split-answers': [
    variableField(['text', 'category']),
    { type: 'text', key: 'separator', label: 'Separator', hint: ';' },
    { type: 'text', key: 'prefix', label: 'Names begin with', hint: 'why' },
    {
      type: 'lines',
      key: 'answers',
      label: 'Only these answers',
      form: 'texts',
      hint: 'One a line; all that occur when empty',
      optional: true,
    },
  ],
};
