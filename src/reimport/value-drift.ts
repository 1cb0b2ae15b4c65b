import { countValues } from '../columns/distinct.ts';
import type { Column } from '../model/column.ts';
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
    const seen = column.keep && column.kind === 'category' ? seenValues(frame, column.name) : null;
    return seen && seen.length <= MOST_SEEN ? { ...column, seen } : column;
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
  const rows = new Uint32Array(frame.rows);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  return countValues(variable, column, rows).map(({ value, n }) => ({ value, n }));
}

/** A column that is read from a file holds all texts that it has: its rows need not be looked at. */
function seenValues(frame: Frame, name: string): readonly string[] | null {
  const index = frame.variables.findIndex((variable) => variable.name === name);
  const [variable, texts] = [frame.variables[index], frame.columns[index]?.source?.texts];
  if (!variable || !texts) return valuesOf(frame, name)?.map(({ value }) => value) ?? null;
  if (texts.size > MOST_SEEN) return null;
  const dictionary = [...texts.parts()].flatMap((part) => ('all' in part ? part.all() : part));
  const codes = Uint32Array.from(dictionary.keys());
  const missing = new Uint8Array(dictionary.length);
  const each: Column = { type: 'codes', codes, dictionary, missing, reasons: [] };
  return countValues(variable, each, codes).map(({ value }) => value);
}
