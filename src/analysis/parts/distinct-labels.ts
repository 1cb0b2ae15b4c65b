import type { Variable } from '../../model/variable.ts';

/** Variables that share a label get their name in it, so that every key and title says which is meant. */
export function distinctLabels<Entry extends { variable: Variable }>(
  entries: readonly Entry[],
): Entry[] {
  return entries.map((entry) => {
    const { label, name } = entry.variable;
    const shared = entries.filter((other) => other.variable.label === label).length > 1;
    return shared
      ? { ...entry, variable: { ...entry.variable, label: `${label} (${name})` } }
      : entry;
  });
}
