import type { DataView as View } from '../../src/analysis/analysis.ts';
import { parseIsoDate } from '../../src/model/calendar.ts';
import { type Column, columnType, EMPTY, type Value } from '../../src/model/column.ts';
import type { Variable } from '../../src/model/variable.ts';

/** A missing value with its reason; plain null is an empty cell. */
export interface Missing {
  missing: string;
}

type Entry = Value | Missing;

export interface ColumnSpec extends Partial<Variable> {
  name: string;
  data: readonly Entry[];
}

/** A table in memory with all its rows in view. */
export function viewOf(unit: string, ...specs: ColumnSpec[]): View {
  const rows = specs[0]?.data.length ?? 0;
  return {
    unit,
    rows: Uint32Array.from({ length: rows }, (_, i) => i),
    frame: {
      rows,
      variables: specs.map(({ data: _data, ...about }) => ({
        label: about.name,
        kind: 'decimal',
        level: 'scale',
        values: [],
        missing: [],
        evidence: '',
        ...about,
      })),
      columns: specs.map(({ data, kind = 'decimal' }) => columnOf(columnType(kind), data)),
      origin: Uint32Array.from({ length: rows }, (_, i) => i + 1),
    },
  };
}

function columnOf(type: Column['type'], data: readonly Entry[]): Column {
  const reasons: string[] = [];
  const missing = Uint8Array.from(data, (entry) => {
    if (entry !== null && typeof entry !== 'object') return 0;
    const reason = entry === null ? EMPTY : entry.missing;
    if (!reasons.includes(reason)) reasons.push(reason);
    return reasons.indexOf(reason) + 1;
  });
  const plain = data.map((entry) => (typeof entry === 'object' ? null : entry));
  if (type === 'numbers') {
    const values = Float64Array.from(plain, (value) =>
      value === null ? Number.NaN : Number(value),
    );
    return { type, values, missing, reasons };
  }
  if (type === 'days') {
    const values = Int32Array.from(plain, (value) => parseIsoDate(String(value)) ?? 0);
    return { type, values, missing, reasons };
  }
  const dictionary = [...new Set(plain.filter((value) => value !== null).map(String))];
  const codes = Uint32Array.from(plain, (value) =>
    value === null ? 0 : dictionary.indexOf(String(value)),
  );
  return { type, codes, dictionary, missing, reasons };
}
