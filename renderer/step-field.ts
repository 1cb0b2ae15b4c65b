import type { Step } from '../src/model/table.ts';
import type { Kind } from '../src/model/variable.ts';

/** How lines of text become a parameter (step-lines.ts). */
export type LineForm = 'texts' | 'bands' | 'groups' | 'named';

interface Asked {
  key: string;
  label: string;
  /** Left out of the step while it is empty. */
  optional?: true;
  /** Only asked of a step for which it means something. */
  when?: (step: Step) => boolean;
}

interface OfKinds extends Asked {
  kinds?: readonly Kind[];
}

/** A question that one input answers. */
type PlainField =
  | ({ type: 'variable' | 'variables' } & OfKinds)
  /** `blank`: an empty text is an answer. */
  | ({ type: 'text'; hint?: string; blank?: true } & Asked)
  | ({ type: 'expression' } & Asked)
  | ({ type: 'number'; from: number; least: number; most: number } & Asked)
  /** `usual`: what the step does when nothing is said. */
  | ({ type: 'flag'; usual?: true } & Asked)
  | ({ type: 'choice'; choices: readonly (readonly [string, string])[] } & Asked)
  | ({ type: 'several'; choices: readonly (readonly [string, string])[] } & Asked)
  | ({ type: 'lines'; form: LineForm; hint: string } & Asked)
  | ({ type: 'table' | 'nth' | 'mark' } & Asked)
  | ({ type: 'theirs' } & OfKinds)
  | { type: 'made'; keys: readonly ['name', 'label']; label: string };

/** A question that has a part of its own (parts/recipe/own-part.tsx). */
export type OwnField =
  | ({ type: 'bring' | 'near' | 'outside' | 'edits' | 'merges' } & Asked)
  /** Rows of the table, or of the other one. */
  | ({ type: 'condition'; of?: 'theirs' } & Asked)
  | { type: 'keys'; keys: readonly ['key', 'foreignKey']; label: string }
  | { type: 'times'; keys: readonly ['times', 'time', 'values']; label: string };

/** One question of a step's form; each names the parameters that it answers. */
export type StepField = PlainField | OwnField;

/** The questions of each step by its `op`. */
export type StepForms = Readonly<Record<string, readonly StepField[]>>;

/** The parameters that a question answers. */
export function keysOf(field: StepField): readonly string[] {
  return 'keys' in field ? field.keys : [field.key];
}
