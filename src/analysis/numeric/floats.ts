/** Numbers as a caller may hold them. */
export type Numbers = readonly number[] | Float64Array;

/** The same numbers as an array that loops are quick over; not a copy where they are one. */
export function floats(values: Numbers): Float64Array {
  return values instanceof Float64Array ? values : new Float64Array(values);
}

/** A sorted copy. */
export function ascending(values: Numbers): Float64Array {
  return new Float64Array(values).sort();
}
