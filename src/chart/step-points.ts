import type { StepCurve } from '../model/figure.ts';

/** The corners of a curve: level from each step to the next, then down (or up) to its value. Ends where the value does. */
export function stepPoints(
  { steps, end }: StepCurve,
  of: (step: StepCurve['steps'][number]) => number | undefined,
): { at: number; value: number }[] {
  const points: { at: number; value: number }[] = [];
  for (const [i, step] of steps.entries()) {
    const value = of(step);
    if (value === undefined) continue;
    points.push({ at: step.at, value }, { at: steps[i + 1]?.at ?? end, value });
  }
  return points;
}
