import { countValues } from '../columns/distinct.ts';
import { allRows } from '../columns/mask.ts';
import type { Column } from '../model/column.ts';
import type { Frame } from '../model/frame.ts';
import type { RemadeTable } from '../model/recipe.ts';

const MOST_VALUES = 20;

/** Categories that a table did not have when it was made before. */
export function newValues(before: Frame, after: Frame): RemadeTable['newValues'] {
  return after.variables.flatMap((variable, at) => {
    if (variable.kind !== 'category') return [];
    const place = before.variables.findIndex(({ name }) => name === variable.name);
    const [old, own] = [before.variables[place], before.columns[place]];
    if (!old || !own) return [];
    const known = new Set(countValues(old, own, allRows(before.rows)).map(({ value }) => value));
    const values = countValues(variable, after.columns[at] as Column, allRows(after.rows))
      .filter(({ value }) => !known.has(value))
      .slice(0, MOST_VALUES)
      .map(({ value, n }) => ({ value, n }));
    return values.length > 0 ? [{ variable: variable.name, label: variable.label, values }] : [];
  });
}
