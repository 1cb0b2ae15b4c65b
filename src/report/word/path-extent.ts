/** The box around a path. */
export interface Extent {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const COMMAND = /([MLHVZmlhvz])([^MLHVZmlhvz]*)/g;
const NUMBER = /-?\d*\.?\d+/g;

/** A path of straight lines with absolute places, and the box around it. */
export function absolutePath(d: string): { d: string; extent: Extent } {
  let [x, y] = [0, 0];
  let start = [0, 0];
  const extent: Extent = {
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  const written: string[] = [];
  const to = (letter: string) => {
    written.push(`${letter} ${round(x)} ${round(y)}`);
    extent.left = Math.min(extent.left, x);
    extent.right = Math.max(extent.right, x);
    extent.top = Math.min(extent.top, y);
    extent.bottom = Math.max(extent.bottom, y);
  };
  for (const [, command = '', rest = ''] of d.matchAll(COMMAND)) {
    const numbers = (rest.match(NUMBER) ?? []).map(Number);
    const [dx, dy] = command === command.toLowerCase() ? [x, y] : [0, 0];
    switch (command.toLowerCase()) {
      case 'z':
        written.push('Z');
        [x = 0, y = 0] = start;
        break;
      case 'h':
        x = dx + (numbers[0] ?? 0);
        to('L');
        break;
      case 'v':
        y = dy + (numbers[0] ?? 0);
        to('L');
        break;
      default:
        for (let i = 0; i + 1 < numbers.length; i += 2) {
          const [fromX, fromY] = command === command.toLowerCase() ? [x, y] : [0, 0];
          x = fromX + (numbers[i] ?? 0);
          y = fromY + (numbers[i + 1] ?? 0);
          const isMove = command.toLowerCase() === 'm' && i === 0;
          if (isMove) start = [x, y];
          to(isMove ? 'M' : 'L');
        }
    }
  }
  return { d: written.join(' '), extent };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
