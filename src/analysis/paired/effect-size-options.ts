import type { OptionDefinition } from '../../model/option.ts';
import type { Options } from '../analysis.ts';
import { choiceOf, isOn } from '../parts/read-options.ts';
import { EFFECT_SIZE, EFFECT_SIZES, type EffectSizeKind } from './effect-size.ts';

/** Which standardised change of pairs is shown. */
export const EFFECT_SIZE_OPTIONS: readonly OptionDefinition[] = [
  {
    key: 'effect-size',
    label: 'Standardised change',
    help: 'What the mean change is divided by; its name is shown beside it.',
    type: 'choice',
    choices: EFFECT_SIZES.map((value) => ({ value, label: EFFECT_SIZE[value].label })),
    default: 'd_av',
  },
  {
    key: 'hedges',
    label: 'Hedges’ correction',
    help: 'Corrects the standardised change for small samples (g instead of d).',
    type: 'switch',
    default: false,
  },
];

export function effectSizeChosen(options: Options): { effect: EffectSizeKind; hedges: boolean } {
  return {
    effect: choiceOf(options, 'effect-size', EFFECT_SIZES),
    hedges: isOn(options, 'hedges'),
  };
}
