import type { OptionDefinition } from '../../model/option.ts';

/** For measures that state no reliable change of their own. */
export const RELIABILITY: OptionDefinition = {
  key: 'reliability',
  label: 'Reliability, where you have one',
  help: 'Of the measure, from its manual or a study: reliable change is computed from it and the SD before. 0 takes what the measure states.',
  type: 'number',
  min: 0,
  max: 0.99,
  step: 0.01,
  default: 0,
  zero: 'none given',
};
