import type { Kind } from '../../src/model/variable.ts';
import type { StepField } from '../step-field.ts';

export const WORDS: readonly Kind[] = ['text', 'category', 'identifier'];
export const NUMBERS: readonly Kind[] = ['integer', 'decimal'];
export const DATES: readonly Kind[] = ['date'];

export const REASON = {
  type: 'text',
  key: 'reason',
  label: 'Reason',
  hint: 'stands in the history',
} as const;

export const variableField = (kinds?: readonly Kind[]): StepField => ({
  type: 'variable',
  key: 'variable',
  label: 'Variable',
  ...(kinds && { kinds }),
});

export const variablesField = (kinds?: readonly Kind[]): StepField => ({
  type: 'variables',
  key: 'variables',
  label: 'Variables',
  ...(kinds && { kinds }),
});

export const MADE: StepField = { type: 'made', keys: ['name', 'label'], label: 'New variable' };

/** The other table, and by what its rows are found. */
export const LINKED: readonly StepField[] = [
  { type: 'table', key: 'table', label: 'Table' },
  { type: 'keys', keys: ['key', 'foreignKey'], label: 'Key here and there' },
];

export const ONLY_THEIRS: StepField = {
  type: 'condition',
  key: 'condition',
  label: 'Only rows of that table',
  of: 'theirs',
  optional: true,
};
