export const QUOTE: u8 = 0x22;
export const LF: u8 = 0x0a;
export const CR: u8 = 0x0d;
export const SPACE: u8 = 0x20;
export const TAB: u8 = 0x09;
export const ZERO: u8 = 0x30;
export const POINT: u8 = 0x2e;
export const MINUS: u8 = 0x2d;
export const BACKSLASH: u8 = 0x5c;
export const SLASH: u8 = 0x2f;
export const UNDERSCORE: u8 = 0x5f;
export const COMMA: u8 = 0x2c;
export const SEMICOLON: u8 = 0x3b;
export const BAR: u8 = 0x7c;

// @ts-ignore: decorator
@inline
export function isDigit(byte: u8): bool {
  return <u8>(byte - ZERO) <= 9;
}

// @ts-ignore: decorator
@inline
export function isLetter(byte: u8): bool {
  return <u8>((byte | 0x20) - 0x61) <= 25;
}
