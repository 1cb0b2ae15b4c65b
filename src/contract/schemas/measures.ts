import * as v from 'valibot';
import type { Measure } from '../../model/measure.ts';

/** Looked at closely where it is used: src/measures says what is wrong with it, and where. */
export const someMeasure = v.custom<Measure>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'a measure is an object',
);
