import { crc32 } from 'node:zlib';

/** A stored segment: which one it is, how it is laid out, and what it holds. */
export interface Segment {
  part: 'values' | 'missing' | 'texts';
  segment: number;
  rows: number;
  encoding: string;
  low: number;
  high: number;
  content: Uint8Array;
}

/** CRC-32 over everything a segment says, its place among them: one in another's place is noticed. */
export function segmentChecksum(tableId: number, column: number, segment: Segment): number {
  const { part, segment: nth, rows, encoding, low, high, content } = segment;
  return crc32(content, crc32([tableId, column, part, nth, rows, encoding, low, high].join('/')));
}

export function columnChecksum(type: string, reasons: string, texts: number): number {
  return crc32([type, texts, reasons].join('/'));
}
