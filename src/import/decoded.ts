/** What became of a dictionary entry. */
export const STATE = { value: 0, empty: 1, missing: 2, problem: 3, asked: 4 } as const;

/** Why an entry has no value. `group` is the same for like cells; `reason` names the text. */
export interface NoValue {
  reason: string;
  group: string;
}

/** A column's dictionary under its decision: each entry once, whatever number of rows holds it. */
export interface DecodedColumn {
  /** One {@link STATE} an entry. */
  states: Uint8Array;
  /** For number and day columns; empty for code columns. */
  numbers: Float64Array;
  /** For code columns: a value is the text of the entry, but for these. */
  changed: ReadonlyMap<number, string>;
  /** 1 where the value alone does not give the text back. */
  raw: Uint8Array;
  noValues: ReadonlyMap<number, NoValue>;
}

/** The entries that are no values, in order. They are few, so they are looked for without a loop over all. */
export function otherEntries(states: Uint8Array): Uint32Array {
  const found: number[] = [];
  const bytes = Buffer.from(states.buffer, states.byteOffset, states.length);
  for (const state of [STATE.empty, STATE.missing, STATE.problem, STATE.asked]) {
    let code = bytes.indexOf(state);
    for (; code >= 0; code = bytes.indexOf(state, code + 1)) found.push(code);
  }
  return Uint32Array.from(found).sort();
}
