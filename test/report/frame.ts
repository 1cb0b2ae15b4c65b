import type { Frame } from '../../src/model/frame.ts';
import type { Kind, Variable } from '../../src/model/variable.ts';

function variable(name: string, kind: Kind): Variable {
  return { name, label: name, kind, level: 'nominal', values: [], missing: [], evidence: '' };
}

const present = { missing: new Uint8Array(3), reasons: [] };

/** Three rows with what exports go wrong on: leading zeros, a formula, quotes, a missing number, an old date. */
export const FRAME: Frame = {
  rows: 3,
  variables: [variable('id', 'identifier'), variable('age', 'decimal'), variable('date', 'date')],
  columns: [
    {
      type: 'codes',
      codes: Uint32Array.of(0, 1, 2),
      dictionary: ['0012', '=1+1', 'a "b", c'],
      ...present,
    },
    {
      type: 'numbers',
      values: Float64Array.of(-5, 31.25, Number.NaN),
      missing: Uint8Array.of(0, 0, 1),
      reasons: ['empty'],
    },
    { type: 'days', values: Int32Array.of(0, 19_000, -25_600), ...present },
  ],
  origin: Uint32Array.of(1, 2, 3),
};
