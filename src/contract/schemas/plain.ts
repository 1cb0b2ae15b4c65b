import * as v from 'valibot';
import { conditionSchema } from '../../model/condition-schema.ts';

/** Parts of everything that enters the engine. Unknown keys are refused; sizes are capped. */
export const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

export const shortText = v.pipe(v.string(), v.maxLength(1_000));

export const longText = v.pipe(v.string(), v.maxLength(100_000));

/** How many entries of the history are wanted. */
export const entries = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000));

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A PNG in base64: small enough for one message, and beginning as every PNG does. */
export const picture = v.pipe(
  v.string(),
  v.maxLength(950_000),
  v.base64(),
  v.startsWith('iVBORw0KGgo'),
);

export const valueLabel = v.strictObject({ value: shortText, label: shortText });

export const names = v.pipe(v.array(name), v.maxLength(2_000));

export const condition = conditionSchema;
