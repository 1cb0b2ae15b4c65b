import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** Draws the icon, two interlocking rings on a light tile, as build/icon.svg and build/icon.png. */
const SIZE = 512;
const TEAL = [0x0b, 0x64, 0x70] as const;
const ORANGE = [0xe6, 0x9f, 0x00] as const;
const TILE = [0xf7, 0xfa, 0xfa] as const;
const RING = { radius: 112, width: 42, y: 256 };
const LEFT = 195;
const RIGHT = 317;
const CORNER = 112;

type Colour = readonly [number, number, number];
type Shape = (x: number, y: number) => number;

/** Shapes tell how far a point is from their edge in pixels, below zero inside. */
const ring =
  (centre: number): Shape =>
  (x, y) =>
    Math.abs(Math.hypot(x - centre, y - RING.y) - RING.radius) - RING.width / 2;

const lowerHalf =
  (shape: Shape): Shape =>
  (x, y) =>
    Math.max(shape(x, y), RING.y - y);

const tile: Shape = (x, y) => {
  const inner = SIZE / 2 - CORNER;
  const dx = Math.max(Math.abs(x - SIZE / 2) - inner, 0);
  const dy = Math.max(Math.abs(y - SIZE / 2) - inner, 0);
  return Math.hypot(dx, dy) - CORNER;
};

/** From the back to the front: the teal ring passes over the orange one below, under it above. */
const LAYERS: readonly (readonly [Shape, Colour])[] = [
  [tile, TILE],
  [ring(LEFT), TEAL],
  [ring(RIGHT), ORANGE],
  [lowerHalf(ring(LEFT)), TEAL],
];

function pixel(x: number, y: number): [number, number, number, number] {
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  for (const [shape, [r, g, b]] of LAYERS) {
    const cover = Math.min(Math.max(0.5 - shape(x + 0.5, y + 0.5), 0), 1);
    if (cover === 0) continue;
    const under = alpha * (1 - cover);
    alpha = cover + under;
    red = (r * cover + red * under) / alpha;
    green = (g * cover + green * under) / alpha;
    blue = (b * cover + blue * under) / alpha;
  }
  return [red, green, blue, alpha * 255];
}

function png(): Buffer {
  const rows = Buffer.alloc((SIZE * 4 + 1) * SIZE);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      rows.set(pixel(x, y).map(Math.round), y * (SIZE * 4 + 1) + 1 + x * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function svg(): string {
  const hex = (colour: Colour) =>
    `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  const { radius, width, y } = RING;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}">
  <title>Attune</title>
  <rect width="${SIZE}" height="${SIZE}" rx="${CORNER}" fill="${hex(TILE)}"/>
  <g fill="none" stroke-width="${width}">
    <circle cx="${LEFT}" cy="${y}" r="${radius}" stroke="${hex(TEAL)}"/>
    <circle cx="${RIGHT}" cy="${y}" r="${radius}" stroke="${hex(ORANGE)}"/>
    <path d="M${LEFT + radius} ${y}a${radius} ${radius} 0 0 1-${radius * 2} 0" stroke="${hex(TEAL)}"/>
  </g>
</svg>
`;
}

const folder = join(import.meta.dirname, '../build');
writeFileSync(join(folder, 'icon.svg'), svg());
writeFileSync(join(folder, 'icon.png'), png());
