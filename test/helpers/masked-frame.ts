import { frameOf } from '../../src/serve/frames.ts';

/** A frame of a WebSocket as a browser sends it: masked, which a server never does. */
export function masked(opcode: number, payload: Buffer, isLast = true): Buffer {
  const frame = frameOf(opcode, payload);
  const head = frame.subarray(0, frame.length - payload.length);
  head[0] = (isLast ? 0x80 : 0) | opcode;
  head[1] = (head[1] ?? 0) | 0x80;
  const mask = Buffer.from([1, 2, 3, 250]);
  return Buffer.concat([head, mask, payload.map((byte, i) => byte ^ (mask[i % 4] ?? 0))]);
}
