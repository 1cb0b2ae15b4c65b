import type { Variable } from '../model/variable.ts';
import type { Sheet } from './sheet.ts';

/**
 * The rows of a file as the rows of a table: labels and value labels that the table's variables have
 * stay with the variables of the same name and kind.
 */
export function replaceSheet(table: readonly Variable[], { frame, notes }: Sheet): Sheet {
  const before = new Map(table.map((variable) => [variable.name.toLowerCase(), variable]));
  const variables = frame.variables.map((variable) => {
    const known = before.get(variable.name.toLowerCase());
    if (known?.kind !== variable.kind) return variable;
    const { label, values, level } = known;
    return { ...variable, label, level, values: values.length > 0 ? values : variable.values };
  });
  return { frame: { ...frame, variables }, notes };
}
