import type { Frame } from '../../model/frame.ts';
import type { Variable } from '../../model/variable.ts';
import type { ColumnFacts, StoredColumn } from './stored-column.ts';

/** The columns of a frame, each as one piece. */
export function frameColumns(frame: Frame): StoredColumn[] {
  return frame.columns.map((column, at) => {
    const { missing, reasons } = column;
    const values = column.type === 'codes' ? column.codes : column.values;
    return {
      variable: frame.variables[at] as Variable,
      facts: factsOf(values, missing),
      reasons,
      texts: column.type === 'codes' ? () => column.dictionary : undefined,
      text: column.type === 'codes' ? (at) => column.dictionary[at] ?? '' : undefined,
      pieces: () => [{ rows: frame.rows, low: 0, divisor: 1, values, missing }],
    };
  });
}

function factsOf(
  values: Uint32Array | Int32Array | Float64Array,
  missing: Uint8Array,
): ColumnFacts {
  const facts = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
  let isWhole = true;
  for (let row = 0; row < values.length; row++) {
    if (missing[row] !== 0) continue;
    const value = values[row] as number;
    facts.low = Math.min(facts.low, value);
    facts.high = Math.max(facts.high, value);
    isWhole &&= Number.isInteger(value);
  }
  return { ...facts, divisor: isWhole ? 1 : undefined };
}
