import type { OptionValue } from './result.ts';
import type { Kind } from './variable.ts';

interface OptionBase {
  key: string;
  label: string;
  /** One sentence for the form, the command line help and the documentation. */
  help: string;
  /**
   * Offered only when another option has one of these values, or, where none are named, any value at
   * all; elsewhere it keeps its default.
   */
  when?: { option: string; is?: readonly OptionValue[] };
}

/** One option of an analysis as data: the form, validation and documentation come from it. */
export type OptionDefinition =
  | (OptionBase & { type: 'variable'; kinds: readonly Kind[]; required: boolean })
  | (OptionBase & { type: 'variables'; kinds: readonly Kind[]; min: number; max: number })
  | (OptionBase & {
      type: 'choice';
      choices: readonly { value: string; label: string }[];
      default: string;
    })
  | (OptionBase & {
      type: 'number';
      min: number;
      max: number;
      step: number;
      default: number;
      /** What 0 says, where it stands for "no number". */
      zero?: string;
    })
  | (OptionBase & { type: 'switch'; default: boolean })
  | (OptionBase & { type: 'date'; default: string | null })
  | (OptionBase & { type: 'text'; default: string });

/** What people come to ask, in the order in which the window lists it; every analysis answers one. */
export const QUESTIONS = {
  look: 'What do the data look like?',
  count: 'How many, how often?',
  change: 'Did scores change?',
  groups: 'Do groups differ?',
  related: 'Are these related?',
  reliable: 'How reliable is the scale?',
  time: 'How long until?',
} as const;

export type Question = keyof typeof QUESTIONS;

/** How an analysis works, for its page and for the help beside its form. Markup as in rich.ts. */
export interface AnalysisGuide {
  /** What is computed, one formula or rule a line. */
  formula: readonly string[];
  sources: readonly string[];
  /** What it says is not computable, and why. */
  refuses: readonly string[];
}

/** An analysis as the window, the command line and the documentation know it. */
export interface AnalysisDescription {
  id: string;
  /** The name of the method. */
  title: string;
  question: Question;
  /** The question it answers, in the user's words. */
  answers: string;
  /** Other words to find it by: "chi-squared", "ANOVA". */
  words: readonly string[];
  options: readonly OptionDefinition[];
  /** It can set cohorts side by side, in place of the groups of its option `group`. */
  comparesCohorts?: true;
  guide: AnalysisGuide;
}

/** The value an option has when nobody chose one. */
export function defaultValue(option: OptionDefinition): OptionValue {
  if (option.type === 'variable') return null;
  return option.type === 'variables' ? [] : option.default;
}

/** Whether an option is offered, the others being as they are. */
export function isOffered(
  option: OptionDefinition,
  options: readonly OptionDefinition[],
  values: Readonly<Record<string, OptionValue>>,
): boolean {
  const { when } = option;
  if (!when) return true;
  const other = options.find(({ key }) => key === when.option);
  const value = values[when.option] ?? (other ? defaultValue(other) : null);
  if (when.is) return when.is.includes(value);
  return value !== null && value !== false && value !== '' && !isEmpty(value);
}

function isEmpty(value: OptionValue): boolean {
  return Array.isArray(value) && value.length === 0;
}
