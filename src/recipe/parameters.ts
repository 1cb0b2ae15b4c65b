import * as v from 'valibot';
import { conditionSchema } from '../model/condition-schema.ts';

/** Shapes that several steps share. */
export const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const text = v.pipe(v.string(), v.maxLength(1_000));
export const names = v.pipe(v.array(name), v.minLength(1), v.maxLength(2_000));
export const newVariable = { name, label: text };
export const condition = conditionSchema;
