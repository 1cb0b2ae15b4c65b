import { countValues } from '../columns/distinct.ts';
import type { DriftFinding } from '../model/drift.ts';
import { formatNumber } from '../model/format.ts';
import type { Frame } from '../model/frame.ts';
import type { ColumnDecision, DateOrder } from '../model/importing.ts';

/** More categories than this are not remembered, and so not watched. */
const MOST_SEEN = 200;
const SHOWN = 10;

/** Decisions that remember which categories a table has, so that new ones are told later. */
export function withSeenValues(
  columns: readonly ColumnDecision[],
  frame: Frame,
): readonly ColumnDecision[] {
  return columns.map((column) => {
    const found = column.keep && column.kind === 'category' ? valuesOf(frame, column.name) : null;
    if (!found || found.length > MOST_SEEN) return column;
    return { ...column, seen: found.map(({ value }) => value) };
  });
}

/** Categories that the contract does not know. Columns whose categories it never saw are not judged. */
export function categoryDrift(columns: readonly ColumnDecision[], frame: Frame): DriftFinding[] {
  return columns.flatMap((column): DriftFinding[] => {
    const labelled = column.values?.map(({ value }) => value) ?? [];
    const known = column.seen ? new Set([...column.seen, ...labelled]) : null;
    if (!column.keep || column.kind !== 'category' || !known) return [];
    const values = (valuesOf(frame, column.name) ?? []).filter(({ value }) => !known.has(value));
    if (values.length === 0) return [];
    const listed = values
      .slice(0, SHOWN)
      .map(({ value, n }) => `${value} (${formatNumber(n, 'count')})`);
    const more = values.length > SHOWN ? ` and ${values.length - SHOWN} more` : '';
    const words = values.length === 1 ? 'a new value' : `${values.length} new values`;
    return [
      {
        what: 'categories',
        name: column.name,
        values,
        sentence: `${column.name} has ${words}: ${listed.join(', ')}${more}.`,
      },
    ];
  });
}

const ORDER: Record<DateOrder, string> = {
  dmy: 'day first',
  mdy: 'month first',
  ymd: 'year first',
};

/** A saved order of day and month that this file contradicts. */
export function dateOrderFinding(name: string, saved: DateOrder): DriftFinding {
  return {
    what: 'date-order',
    name,
    saved,
    sentence: `${name} was read ${ORDER[saved]}, which dates of this file contradict.`,
  };
}

function valuesOf(frame: Frame, name: string): { value: string; n: number }[] | null {
  const index = frame.variables.findIndex((variable) => variable.name === name);
  const variable = frame.variables[index];
  const column = frame.columns[index];
  if (!variable || !column) return null;
  const rows = Uint32Array.from({ length: frame.rows }, (_, row) => row);
  return countValues(variable, column, rows).map(({ value, n }) => ({ value, n }));
}
