import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { Step, StepOutcome } from '../model/table.ts';
import type { StepContext, StepRecord } from './step.ts';
import { STEPS } from './steps.ts';

/** What a recipe is told beside its frames. */
export interface RecipeWords {
  unit: string;
  /** Name of the table that it starts from. */
  source?: string;
  digest?: StepContext['digest'];
}

/**
 * Does the steps one after another. The frame that was given stays as it is.
 *
 * @param tables gives another table by its name, and refuses an unknown one
 * @throws Refusal that names the step: "option Step 3: …"
 */
export function applyRecipe(
  frame: Frame,
  steps: readonly Step[],
  tables: (name: string) => Frame,
  words: RecipeWords,
): { frame: Frame; outcomes: StepOutcome[] } {
  const context = recipeContext(tables, words);
  const outcomes: StepOutcome[] = [];
  let current = frame;
  for (const [i, step] of steps.entries()) {
    const result = applyStep(current, step, context, i + 1);
    const { frame: next, reshaped: _, groups: __, ...outcome } = result;
    current = next;
    outcomes.push({ op: step.op, ...outcome });
  }
  return { frame: current, outcomes };
}

export function recipeContext(
  tables: (name: string) => Frame,
  { unit, source = 'this table', digest = noKey }: RecipeWords,
): StepContext {
  return { unit, source, table: tables, digest };
}

/** One step of a recipe. @throws Refusal that names it by its number (1-based) */
export function applyStep(
  frame: Frame,
  step: Step,
  context: StepContext,
  number: number,
): ReturnType<StepRecord['apply']> {
  const { op, off, ...parameters } = step;
  if (off === true) return switchedOff(frame, op);
  try {
    const record = Object.hasOwn(STEPS, op) ? STEPS[op] : undefined;
    if (record === undefined) {
      throw new Refusal('unknown-step', `There is no step called “${op}”.`, {
        hint: `The steps are: ${Object.keys(STEPS).join(', ')}.`,
      });
    }
    return record.apply(frame, parameters, context);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, hint, where } = error;
    throw new Refusal(code, message, {
      hint,
      where: { ...where, option: `Step ${number} (${op})` },
      cause: error,
    });
  }
}

function switchedOff(frame: Frame, op: string) {
  const label = STEPS[op]?.label ?? op;
  const same = { rowsBefore: frame.rows, rowsAfter: frame.rows, cellsChanged: 0 };
  return { frame, sentence: `${label}: switched off.`, ...same };
}

function noKey(): never {
  throw new Refusal('no-key', 'There is no key to make pseudonyms with.', {
    hint: 'Pseudonyms are made in a project that is open in Attune, which keeps the key.',
  });
}
