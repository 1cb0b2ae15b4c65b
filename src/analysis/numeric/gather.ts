/** Copies the values of some rows into a list that has room for them. */
export function gather(from: Float64Array, rows: Uint32Array, into: Float64Array): void {
  for (let i = 0; i < rows.length; i++) into[i] = from[rows[i] as number] as number;
}
