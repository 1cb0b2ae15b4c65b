import type { OptionDefinition } from '../../model/option.ts';
import type { Kind } from '../../model/variable.ts';
import type { Options } from '../analysis.ts';
import { ADJUSTMENTS, type Adjustment } from '../statistics/p-adjust.ts';
import { choiceOf, numberOf } from './read-options.ts';

export const NUMBERS: readonly Kind[] = ['integer', 'decimal'];
/** Yes and no are 1 and 0: a correlation with them is the point-biserial one. */
export const NUMBERS_AND_YES_NO: readonly Kind[] = [...NUMBERS, 'yesno'];
export const CATEGORIES: readonly Kind[] = ['category', 'text', 'yesno', 'integer'];

type Only<Type extends OptionDefinition['type']> = Extract<OptionDefinition, { type: Type }>;

export const CONFIDENCE: Only<'number'> = {
  key: 'confidence',
  label: 'Confidence level, %',
  help: 'Level of the intervals, in percent.',
  type: 'number',
  min: 50,
  max: 99.9,
  step: 0.1,
  default: 95,
};

/** 0.95 */
export function levelOf(options: Options): number {
  return numberOf(options, 'confidence') / 100;
}

export const ADJUSTMENT: Readonly<Record<Adjustment, string>> = {
  holm: 'Holm',
  hochberg: 'Hochberg',
  hommel: 'Hommel',
  BH: 'Benjamini–Hochberg',
  BY: 'Benjamini–Yekutieli',
  bonferroni: 'Bonferroni',
};

/** "Holm", "BH": as a subscript of p. */
export function adjustmentMark(adjust: Adjustment): string {
  return adjust === 'BH' || adjust === 'BY' ? adjust : ADJUSTMENT[adjust];
}

export const ADJUST: Only<'choice'> = {
  key: 'adjust',
  label: 'Adjust p for several tests',
  help: 'The family is the tests of this table.',
  type: 'choice',
  choices: [
    { value: 'none', label: 'No' },
    ...Object.entries(ADJUSTMENT).map(([value, label]) => ({ value, label })),
  ],
  default: 'none',
};

export function adjustmentOf(options: Options): Adjustment | null {
  const choice = choiceOf(options, 'adjust', ['none', ...ADJUSTMENTS]);
  return choice === 'none' ? null : choice;
}

/** Each row counts as many times as this says. Whoever lists it takes weights; see weighted-rows.ts. */
export const WEIGHT: Only<'variable'> = {
  key: 'weight',
  label: 'Rows count as',
  help: 'A variable of whole numbers: how many each row stands for. Left open, one.',
  type: 'variable',
  kinds: ['integer'],
  required: false,
};

export function variables(
  key: string,
  label: string,
  help: string,
  kinds: readonly Kind[] = NUMBERS,
  { min = 1, max = 50 } = {},
): Only<'variables'> {
  return { key, label, help, type: 'variables', kinds, min, max };
}

export function variable(
  key: string,
  label: string,
  help: string,
  kinds: readonly Kind[],
  required = true,
): Only<'variable'> {
  return { key, label, help, type: 'variable', kinds, required };
}

export function choice(
  key: string,
  label: string,
  help: string,
  choices: Readonly<Record<string, string>>,
): Only<'choice'> {
  const [fallback = ''] = Object.keys(choices);
  return {
    key,
    label,
    help,
    type: 'choice',
    choices: Object.entries(choices).map(([value, words]) => ({ value, label: words })),
    default: fallback,
  };
}

export const OUTCOMES = variables(
  'outcomes',
  'Outcomes',
  'One or several variables with numbers: one line of the table for each.',
);

export const GROUP = variable(
  'group',
  'Groups',
  'The variable whose categories are compared.',
  CATEGORIES,
);

/** How p of pairs of groups are adjusted for their number. */
export function pairAdjustmentOf(options: Options): Adjustment | null {
  const chosen = choiceOf(options, 'pairs', ['none', ...ADJUSTMENTS]);
  return chosen === 'none' ? null : chosen;
}

export const PAIR_ADJUST = choice(
  'pairs',
  'Adjust pairs',
  'How p of every two compared is adjusted for the number of pairs.',
  { holm: 'Holm', bonferroni: 'Bonferroni', BH: 'Benjamini–Hochberg', none: 'Not adjusted' },
);
