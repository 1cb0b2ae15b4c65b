/** A key as it is given: a double, or a whole number of 32 bits where its width is 4. */
// @ts-ignore: decorator
@inline
export function keyAt(place: usize, width: u32): i64 {
  return width === 8 ? <i64>load<f64>(place) : <i64>load<i32>(place);
}
