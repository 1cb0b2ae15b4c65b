import * as v from 'valibot';
import { formatNumber } from '../model/format.ts';
import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';

/** What a step may know beside its own table. */
export interface StepContext {
  /** What a row is, in the plural: "referrals". */
  unit: string;
  /** Name of the table that the recipe starts from. */
  source: string;
  /** Another table of the project by its name; refuses an unknown one. */
  table(name: string): Frame;
  /** A keyed digest of a text (32 bytes, the same for the same text); refuses where there is no key. */
  digest(text: string): Uint8Array;
}

export interface StepResult {
  frame: Frame;
  /** Values of existing variables that are now another value, or missing. */
  cellsChanged: number;
  /** Past tense, with counts and what they are of. */
  sentence: string;
  /** What could not be done, one sentence each. */
  notes?: readonly string[];
  /** Rows after are made of several rows before, or several of one: they are not to be compared. */
  reshaped?: true;
  /** Rows before that were taken for the same, the kept one first; all that have more than one row. */
  groups?: readonly (readonly number[])[];
}

/** One kind of cleaning step. */
export interface StepRecord {
  label: string;
  /** What it does, for somebody who chooses. */
  about: string;
  /** What people call it who know it from elsewhere. */
  words?: readonly string[];
  /** Its parameters, without `op`. */
  schema: v.GenericSchema;
  /**
   * Does the step. The frame it is given stays as it is; origins are carried along.
   * @throws Refusal `bad-parameter`, `unknown-variable`, `name-taken`, and what each step says
   */
  apply(
    frame: Frame,
    parameters: unknown,
    context: StepContext,
  ): StepResult & { rowsBefore: number; rowsAfter: number };
}

/** A step from its schema and what it does with parameters that fit it. */
export function defineStep<Parameters>(step: {
  label: string;
  about: string;
  words?: readonly string[];
  schema: v.GenericSchema<unknown, Parameters>;
  apply(frame: Frame, parameters: Parameters, context: StepContext): StepResult;
}): StepRecord {
  return {
    label: step.label,
    about: step.about,
    ...(step.words && { words: step.words }),
    schema: step.schema,
    apply(frame, parameters, context) {
      const result = step.apply(frame, readParameters(step.schema, parameters), context);
      return { ...result, rowsBefore: frame.rows, rowsAfter: result.frame.rows };
    },
  };
}

function readParameters<P>(schema: v.GenericSchema<unknown, P>, parameters: unknown): P {
  const parsed = v.safeParse(schema, parameters);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue) ?? '';
  throw new Refusal('bad-parameter', parameterFault(path, issue), {
    hint:
      'entries' in schema
        ? `Its parameters are: ${Object.keys(schema.entries ?? {}).join(', ')}.`
        : '',
    where: { option: path },
  });
}

function parameterFault(path: string, issue: v.BaseIssue<unknown>): string {
  const { kind, expected, received, message } = issue;
  if (expected === 'never') return `There is no parameter “${path}” here.`;
  if (received === 'undefined') return `The parameter “${path}” is missing.`;
  if (kind === 'validation' || expected === null) {
    return `The parameter “${path}” does not fit. ${message}.`;
  }
  return `The parameter “${path}” has to be ${TYPES[expected] ?? choices(expected)}, and it is ${received}.`;
}

const choices = (expected: string) => expected.replace(/[()]/g, '').replaceAll(' | ', ' or ');

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'a group of parameters',
};

/** "3 of 371 referrals" */
export function share(n: number, of: number, unit: string): string {
  return `${formatNumber(n, 'count')} of ${formatNumber(of, 'count')} ${unit}`;
}
