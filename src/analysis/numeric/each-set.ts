/** Visits the bytes that are not 0, and where they are; quick where they are few. */
export function eachSet(bytes: Uint8Array, visit: (byte: number, at: number) => void): void {
  const look = (start: number, end: number) => {
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte !== 0) visit(byte, at);
    }
  };
  const fours = inFours(bytes);
  for (let i = 0; i < fours.length; i++) if (fours[i] !== 0) look(4 * i, 4 * i + 4);
  look(4 * fours.length, bytes.length);
}

/** Bytes read four at a time; none where they do not begin at a multiple of four. */
function inFours(bytes: Uint8Array): Uint32Array {
  return bytes.byteOffset % 4 === 0
    ? new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
    : new Uint32Array(0);
}
