import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive, with what is to be wrong about it. */
export interface ZipPart {
  name: string;
  data: Buffer;
  /** Packed before, in place of the data. */
  packed?: { bytes: Buffer; size: number; crc: number };
  /** Stored as it is, not deflated. */
  stored?: boolean;
  /** Changes the packed bytes. */
  damage?: (packed: Buffer) => Buffer;
  /** Added to what the heads say. */
  lies?: {
    crc?: number;
    size?: number;
    packed?: number;
    method?: number;
    flags?: number;
    offset?: number;
  };
}

/** A zip archive written by hand, field by field. */
export function zipArchive(parts: readonly ZipPart[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, packed: ready, stored, damage, lies } of parts) {
    const whole = ready?.bytes ?? (stored ? data : deflateRawSync(data));
    const packed = damage ? damage(whole) : whole;
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x0800 | (lies?.flags ?? 0), 2);
    head.writeUInt16LE((stored ? 0 : 8) + (lies?.method ?? 0), 4);
    head.writeUInt32LE(((ready?.crc ?? crc32(data)) + (lies?.crc ?? 0)) >>> 0, 10);
    head.writeUInt32LE((packed.length + (lies?.packed ?? 0)) >>> 0, 14);
    head.writeUInt32LE(((ready?.size ?? data.length) + (lies?.size ?? 0)) >>> 0, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = [Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), packed];
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((offset + (lies?.offset ?? 0)) >>> 0, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, rest, Buffer.from(name));
    locals.push(...local);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(Buffer.byteLength(comment), 16);
  const tail = [Buffer.from('PK\x05\x06', 'latin1'), end, Buffer.from(comment)];
  return Buffer.concat([...locals, central, ...tail]);
}
