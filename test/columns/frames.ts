import { codeColumn, dayColumn, numberColumn } from '../../src/columns/build.ts';
import { parseIsoDate } from '../../src/model/calendar.ts';
import { type Column, columnType, type Value, valueAt } from '../../src/model/column.ts';
import { columnNamed, type Frame } from '../../src/model/frame.ts';
import { KIND, type Kind, type ValueLabel, type Variable } from '../../src/model/variable.ts';

interface Part {
  kind: Kind;
  values: readonly Value[];
  label?: string;
  order?: readonly (string | ValueLabel)[];
}

/** A frame written down as a test reads it: dates as ISO text, null for missing. Origin is row + 1. */
export function frameOf(parts: Record<string, Part>): Frame {
  const entries = Object.entries(parts);
  const rows = entries[0]?.[1].values.length ?? 0;
  return {
    rows,
    variables: entries.map(([name, part]) => variableOf(name, part)),
    columns: entries.map(([, part]) => columnOf(part)),
    origin: Uint32Array.from({ length: rows }, (_, row) => row + 1),
  };
}

function variableOf(name: string, { kind, label, order = [] }: Part): Variable {
  return {
    name,
    label: label ?? name,
    kind,
    level: KIND[kind].level,
    values: order.map((entry) =>
      typeof entry === 'string' ? { value: entry, label: entry } : entry,
    ),
    missing: [],
    evidence: 'written in a test',
  };
}

function columnOf({ kind, values }: Part): Column {
  switch (columnType(kind)) {
    case 'numbers':
      return numberColumn(values.map((value) => (value === null ? null : Number(value))));
    case 'days':
      return dayColumn(
        values.map((value) => (value === null ? null : (parseIsoDate(String(value)) ?? null))),
      );
    case 'codes':
      return codeColumn(values.map((value) => (value === null ? null : String(value))));
  }
}

/** One variable's values, row by row. */
export function valuesOf(frame: Frame, name: string): Value[] {
  const column = columnNamed(frame, name);
  return Array.from({ length: frame.rows }, (_, row) => valueAt(column, row));
}

/** A small repeatable source of random numbers (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
