import type { StepCurve, StepFigure } from '../model/figure.ts';
import { formatNumber } from '../model/format.ts';
import { intervalWords } from './interval-words.ts';

/** "Self-referred, from 42 days: 61 % [52 %, 70 %]" */
export function curveWords(
  { x, y, curves }: StepFigure,
  { name }: StepCurve,
  step: StepCurve['steps'][number],
): string {
  const lead = curves.length > 1 ? `${name}, from` : 'From';
  return `${lead} ${formatNumber(step.at, x.format)}: ${intervalWords(step, y.format)}`;
}
