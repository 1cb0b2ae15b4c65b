import type { DataView as View } from '../analysis.ts';
import { distinctLabels } from './distinct-labels.ts';
import { type NumberValues, numberValues } from './number-values.ts';

export interface Outcome extends NumberValues {
  /** Its label without what stands in brackets; distinct among those read together. */
  label: string;
}

/** The variables that are compared, described or modelled. */
export function outcomesOf(view: View, names: readonly string[]): Outcome[] {
  const read = names.map((name) => {
    const values = numberValues(view, name);
    return { ...values, variable: { ...values.variable, label: plainLabel(values.variable) } };
  });
  return distinctLabels(read).map((outcome) => ({ ...outcome, label: outcome.variable.label }));
}

/** "Warmth, T1 (0 to 35, higher is better)" → "Warmth, T1" */
export function plainLabel({ label, name }: { label: string; name: string }): string {
  return label.replace(/\s*[([].*$/, '').trim() || name;
}
