import type { OptionValue } from './result.ts';
import type { Kind } from './variable.ts';

interface OptionBase {
  key: string;
  label: string;
  /** One sentence for the form, the command line help and the documentation. */
  help: string;
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
  | (OptionBase & { type: 'number'; min: number; max: number; step: number; default: number })
  | (OptionBase & { type: 'switch'; default: boolean })
  | (OptionBase & { type: 'date'; default: string | null })
  | (OptionBase & { type: 'text'; default: string });

/** An analysis as the window and the documentation know it. */
export interface AnalysisDescription {
  id: string;
  title: string;
  /** The question it answers, in the user's words. */
  answers: string;
  options: readonly OptionDefinition[];
}

/** The value an option has when nobody chose one. */
export function defaultValue(option: OptionDefinition): OptionValue {
  if (option.type === 'variable') return null;
  return option.type === 'variables' ? [] : option.default;
}
