import { variables } from '../parts/standard-options.ts';

export const PREDICTORS = variables(
  'predictors',
  'Predictors',
  'Numbers count as they are; of categories each is compared with the first.',
  ['integer', 'decimal', 'yesno', 'category', 'text'],
  { min: 1, max: 30 },
);
