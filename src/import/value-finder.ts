import type { ValueLabel } from '../model/variable.ts';
import { labelledCell } from './labelled.ts';

/** How a cell gives a value: the code itself, the same number written otherwise, its label, or both. */
export type ValueForm = 'code' | 'number' | 'label' | 'both';

export interface FoundValue {
  value: string;
  form: ValueForm;
}

/**
 * Finds which labelled value a trimmed cell means: `1`, `1.0`, `Agree` or `1 = Agree`. Undefined when
 * it means none of them, or a label that two values share.
 */
export function valueFinder(
  values: readonly ValueLabel[],
): (trimmed: string) => FoundValue | undefined {
  if (values.length === 0) return () => undefined;
  const exact = new Set(values.map(({ value }) => value));
  const byNumber = new Map(
    values.flatMap(({ value }) => (isNumber(value) ? [[Number(value), value] as const] : [])),
  );
  const byLabel = new Map<string, string | null>();
  for (const { value, label } of values) {
    const key = label.trim().toLowerCase();
    byLabel.set(key, byLabel.has(key) ? null : value);
  }
  return (trimmed) => {
    if (exact.has(trimmed)) return { value: trimmed, form: 'code' };
    const number = isNumber(trimmed) ? byNumber.get(Number(trimmed)) : undefined;
    if (number !== undefined) return { value: number, form: 'number' };
    const labelled = byLabel.get(trimmed.toLowerCase());
    if (labelled) return { value: labelled, form: 'label' };
    const both = labelledCell(trimmed);
    if (!both) return undefined;
    const meant = values.find(
      ({ value, label }) =>
        Number(value) === Number(both.code) &&
        label.trim().toLowerCase() === both.label.trim().toLowerCase(),
    );
    return meant && { value: meant.value, form: 'both' };
  };
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}
