import type { Frame } from '../model/frame.ts';
import type { CheckedStep, Conflict, RecipeCheck } from '../model/recipe.ts';
import { Refusal, type RefusalRecord } from '../model/refusal.ts';
import type { Step } from '../model/table.ts';
import { applyStep, type RecipeWords, recipeContext } from './apply-recipe.ts';
import { diffFrames } from './diff-frames.ts';
import { withRowNumbers } from './row-numbers.ts';

/**
 * Runs a recipe for show. A step that is refused is told and left out, and those after it run without it; where
 * it lacks a variable that another step makes, that step is named.
 * @param preview place of the step whose changes are wanted
 */
export function checkRecipe(
  frame: Frame,
  steps: readonly Step[],
  tables: (name: string) => Frame,
  words: RecipeWords,
  preview?: number,
): RecipeCheck {
  const context = recipeContext(tables, words);
  const checked: CheckedStep[] = [];
  const makers: Makers = new Map();
  const gone = new Map<string, number>();
  let current = withRowNumbers(frame);
  let diff: RecipeCheck['preview'] = null;
  let found: Frame | undefined;
  for (const [at, step] of steps.entries()) {
    if (at === preview) found = current;
    try {
      const {
        frame: next,
        reshaped,
        groups,
        ...outcome
      } = applyStep(current, step, context, at + 1);
      checked.push({ op: step.op, ...outcome });
      if (at === preview) {
        diff = diffFrames(current, next, at, {
          ...(reshaped && { reshaped }),
          ...(groups && { groups }),
        });
      }
      const names = new Set(next.variables.map(({ name }) => name));
      for (const { name } of current.variables) if (!names.has(name)) gone.set(name, at);
      current = next;
      if (step.off) noteMaker(makers, step, at, 'off');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      noteMaker(makers, step, at, 'refused');
      const same = { rowsBefore: current.rows, rowsAfter: current.rows, cellsChanged: 0 };
      const refused = error.toRecord();
      const variable = lacking(refused);
      const goneBy = variable === undefined ? undefined : gone.get(variable);
      checked.push({
        op: step.op,
        sentence: error.message,
        ...same,
        refused,
        ...(variable !== undefined &&
          goneBy !== undefined && { conflict: { variable, madeBy: goneBy, why: 'gone' } }),
      });
    }
  }
  for (const [at, step] of steps.entries()) noteMaker(makers, step, at, 'later');
  return {
    steps: checked.map((each, at) => {
      const variable = each.conflict ? undefined : lacking(each.refused);
      const maker = variable === undefined ? undefined : makers.get(variable);
      const isLate = maker && (maker.why !== 'later' || maker.madeBy > at);
      return variable !== undefined && isLate
        ? { ...each, conflict: { variable, ...maker } }
        : each;
    }),
    before: (found ?? current).variables,
    rows: current.rows,
    preview: diff,
  };
}

function lacking(refused: RefusalRecord | undefined): string | undefined {
  return refused?.code === 'unknown-variable' ? refused.where.column : undefined;
}

type Makers = Map<string, Pick<Conflict, 'madeBy' | 'why'>>;

/** The first reason why a variable is not there counts. */
function noteMaker(makers: Makers, step: Step, madeBy: number, why: Conflict['why']): void {
  for (const name of namesMade(step)) if (!makers.has(name)) makers.set(name, { madeBy, why });
}

/** Names of variables that a step makes, as its parameters say them. */
function namesMade(step: Step): string[] {
  const named = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(named);
    if (typeof value !== 'object' || value === null) return [];
    const { name, variable } = value as { name?: unknown; variable?: unknown };
    if (typeof name === 'string') return [name];
    return typeof variable === 'string' ? [variable] : [];
  };
  const { name, into, bring, time, values, mark } = step;
  return [
    ...(typeof name === 'string' ? [name] : []),
    ...[into, bring, time, values, mark].flatMap(named),
  ];
}
