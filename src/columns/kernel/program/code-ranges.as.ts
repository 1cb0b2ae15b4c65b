/** Adds the rows whose code is from `low` up to `low + span`. Rows: a multiple of 128. */
export function addRange8(codes: usize, rows: usize, low: u8, span: u8, into: usize): void {
  const lows = i8x16.splat(low);
  const spans = i8x16.splat(span);
  const end = codes + rows;
  for (; codes < end; codes += 32, into += 4) {
    const a = i8x16.le_u(i8x16.sub(v128.load(codes), lows), spans);
    const b = i8x16.le_u(i8x16.sub(v128.load(codes, 16), lows), spans);
    const bits = (<u32>i8x16.bitmask(a)) | ((<u32>i8x16.bitmask(b)) << 16);
    store<u32>(into, load<u32>(into) | bits);
  }
}

export function addRange16(codes: usize, rows: usize, low: u16, span: u16, into: usize): void {
  const lows = i16x8.splat(low);
  const spans = i16x8.splat(span);
  const end = codes + (rows << 1);
  for (; codes < end; codes += 32, into += 2) {
    const a = i16x8.le_u(i16x8.sub(v128.load(codes), lows), spans);
    const b = i16x8.le_u(i16x8.sub(v128.load(codes, 16), lows), spans);
    const bits = <u16>i8x16.bitmask(i8x16.narrow_i16x8_s(a, b));
    store<u16>(into, load<u16>(into) | bits);
  }
}

export function addRange32(codes: usize, rows: usize, low: u32, span: u32, into: usize): void {
  const lows = i32x4.splat(low);
  const spans = i32x4.splat(span);
  const end = codes + (rows << 2);
  for (; codes < end; codes += 64, into += 2) {
    const a = i32x4.le_u(i32x4.sub(v128.load(codes), lows), spans);
    const b = i32x4.le_u(i32x4.sub(v128.load(codes, 16), lows), spans);
    const c = i32x4.le_u(i32x4.sub(v128.load(codes, 32), lows), spans);
    const d = i32x4.le_u(i32x4.sub(v128.load(codes, 48), lows), spans);
    const ab = i16x8.narrow_i32x4_s(a, b);
    const cd = i16x8.narrow_i32x4_s(c, d);
    const bits = <u16>i8x16.bitmask(i8x16.narrow_i16x8_s(ab, cd));
    store<u16>(into, load<u16>(into) | bits);
  }
}

// @ts-ignore: decorator
@inline
function code(width: u32, codes: usize, row: usize): u32 {
  if (width === 1) return load<u8>(codes + row);
  if (width === 2) return load<u16>(codes + (row << 1));
  return load<u32>(codes + (row << 2));
}

/** Adds the rows whose code has a 1 in `verdicts`. */
export function addSet(width: u32, codes: usize, rows: usize, verdicts: usize, into: usize): void {
  for (let row: usize = 0; row < rows; row += 32, into += 4) {
    let bits: u32 = 0;
    for (let bit: usize = 0; bit < 32; bit++) {
      bits |= (<u32>load<u8>(verdicts + code(width, codes, row + bit))) << (<u32>bit);
    }
    store<u32>(into, load<u32>(into) | bits);
  }
}
