/** The part of RFC 6455 that is spoken here: whole texts, and what keeps a connection in order. */
export const OPCODE = { part: 0, text: 1, close: 8, ping: 9, pong: 10 } as const;

/** Why a connection is closed, as RFC 6455 numbers it. */
export const CLOSE = { done: 1000, wrong: 1002, notText: 1007, notAllowed: 1008, tooLarge: 1009 };

export interface FrameListener {
  onText(text: string): void;
  onPing(payload: Buffer): void;
  /** The other end closes, or broke a rule: for what reason. Nothing is heard after it. */
  onClose(code: number): void;
}

/** A frame as a server sends it: whole and unmasked. */
export function frameOf(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  if (length < 126) {
    head[1] = length;
  } else if (length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, payload]);
}

/** Takes bytes as they come from a browser and tells what they say; a text has at most `limit` bytes. */
export function frameReader(limit: number, listener: FrameListener): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let parts: Buffer[] = [];
  let held = 0;
  let isInText = false;
  let isOver = false;

  function end(code: number): void {
    isOver = true;
    parts = [];
    listener.onClose(code);
  }

  function control(opcode: number, payload: Buffer): void {
    if (opcode === OPCODE.close) end(CLOSE.done);
    else if (opcode === OPCODE.ping) listener.onPing(payload);
  }

  function text(payload: Buffer, isLast: boolean): void {
    parts.push(payload);
    isInText = !isLast;
    if (!isLast) return;
    const whole = Buffer.concat(parts);
    parts = [];
    held = 0;
    let words: string;
    try {
      words = new TextDecoder('utf-8', { fatal: true }).decode(whole);
    } catch {
      end(CLOSE.notText);
      return;
    }
    listener.onText(words);
  }

  return (bytes) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    while (!isOver) {
      const head = headOf(rest);
      if (head === null) return;
      const { opcode, isLast, length, isRight } = head;
      const isControl = opcode >= OPCODE.close;
      // A text begins where none has begun, and goes on where one has.
      const isExpected = isControl
        ? opcode <= OPCODE.pong && isLast && length < 126
        : opcode === (isInText ? OPCODE.part : OPCODE.text);
      if (!isRight || !isExpected) return end(CLOSE.wrong);
      if (!isControl && held + length > limit) return end(CLOSE.tooLarge);
      if (rest.length < head.from + length) return;
      const payload = unmasked(rest, head.from, length);
      rest = rest.subarray(head.from + length);
      if (isControl) {
        control(opcode, payload);
      } else {
        held += length;
        text(payload, isLast);
      }
    }
  };
}

interface Head {
  opcode: number;
  isLast: boolean;
  length: number;
  /** Where the payload begins; the mask stands before it. */
  from: number;
  /** No reserved bit, and masked, as what comes from a browser is. */
  isRight: boolean;
}

function headOf(bytes: Buffer): Head | null {
  if (bytes.length < 2) return null;
  const [first, second] = [bytes.readUInt8(0), bytes.readUInt8(1)];
  const short = second & 0x7f;
  const wide = short === 126 ? 2 : short === 127 ? 8 : 0;
  const from = 2 + wide + 4;
  if (bytes.length < from) return null;
  const length =
    wide === 0 ? short : wide === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  return {
    opcode: first & 0x0f,
    isLast: (first & 0x80) !== 0,
    length,
    from,
    isRight: (first & 0x70) === 0 && (second & 0x80) !== 0,
  };
}

function unmasked(bytes: Buffer, from: number, length: number): Buffer {
  const payload = Buffer.from(bytes.subarray(from, from + length));
  const mask = bytes.subarray(from - 4, from);
  for (let i = 0; i < length; i++) payload[i] = (payload[i] ?? 0) ^ (mask[i & 3] ?? 0);
  return payload;
}
