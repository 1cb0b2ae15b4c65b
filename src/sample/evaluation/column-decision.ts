import type { ColumnDecision, DecisionChanges } from '../../model/importing.ts';

type Change = NonNullable<DecisionChanges['columns']>[number];
type Part = Partial<Omit<ColumnDecision, 'position'>>;

/** Decisions about columns in the order of the file: a name each, and what cannot be proposed. */
export function columnDecisions(columns: Readonly<Record<string, Part>>): Change[] {
  return Object.entries(columns).map(([name, part], position) => ({ position, name, ...part }));
}

/** Codes that stand for "not known" in a column. */
export function missingCodes(...codes: readonly [code: string, reason: string][]): Part {
  return { missing: codes.map(([code, reason]) => ({ code, reason })) };
}

/** Codes and what they stand for, in the order in which they are shown. */
export function labels(values: readonly [value: string, label: string][]): Part {
  return { values: values.map(([value, label]) => ({ value, label })) };
}
