import type { Frame } from '../model/frame.ts';
import { Refusal } from '../model/refusal.ts';
import type { Step } from '../model/table.ts';
import { applyStep, type RecipeWords, recipeContext } from './apply-recipe.ts';

/** The frame that the next step finds: a step that is refused is left out, as a check of the recipe does. */
export function frameAfter(
  frame: Frame,
  steps: readonly Step[],
  tables: (name: string) => Frame,
  words: RecipeWords,
): Frame {
  const context = recipeContext(tables, words);
  return steps.reduce((current, step, at) => {
    try {
      return applyStep(current, step, context, at + 1).frame;
    } catch (error) {
      if (error instanceof Refusal) return current;
      throw error;
    }
  }, frame);
}
