import type { ChartFace } from '../../../src/model/board.ts';

/** A cursor that reads places one by one, and a brush over some of them: from its anchor to its head. */
export interface Brush {
  at: number;
  anchor: number | null;
  head: number | null;
}

export interface Keys {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
}

/** The first and the last place that a brush covers. */
export function brushEnds({ anchor, head }: Brush): readonly [number, number] | null {
  if (anchor === null || head === null) return null;
  return [Math.min(anchor, head), Math.max(anchor, head)];
}

/**
 * What a key does to a brush over `n` places; undefined for keys that are none of its business.
 * Arrows read, with Shift they widen or narrow the brush at the cursor, as text is selected; with Ctrl
 * they move it whole. Enter and Space brush the place that is read, or give it up again. Escape clears.
 */
export function brushByKey(
  brush: Brush,
  { key, shiftKey, ctrlKey }: Keys,
  n: number,
): Brush | undefined {
  if (n === 0) return undefined;
  const within = (at: number) => Math.max(0, Math.min(n - 1, at));
  const ends = brushEnds(brush);
  if (key === 'Escape') return ends ? { ...brush, anchor: null, head: null } : undefined;
  if (key === 'Enter' || key === ' ') {
    const isAlone = ends?.[0] === brush.at && ends[1] === brush.at;
    const place = isAlone ? null : brush.at;
    return { ...brush, anchor: place, head: place };
  }
  const step = STEPS[key];
  if (step === undefined) return undefined;
  if (ctrlKey && ends) {
    const by = step < 0 ? Math.max(step, -ends[0]) : Math.min(step, n - 1 - ends[1]);
    const moved = (place: number | null) => (place === null ? null : place + by);
    return { at: within(brush.at + by), anchor: moved(brush.anchor), head: moved(brush.head) };
  }
  const at = within(Math.max(-1, Math.min(n, brush.at)) + step);
  return shiftKey ? { at, anchor: brush.anchor ?? within(brush.at), head: at } : { ...brush, at };
}

/** What a key does to one handle of a brush: arrows move it, with Shift the other one the opposite way. */
export function handleByKey(
  [from, to]: readonly [number, number],
  handle: 'from' | 'to',
  { key, shiftKey }: Keys,
  n: number,
): readonly [number, number] | undefined {
  const step = STEPS[key];
  if (step === undefined) return undefined;
  const byFrom = handle === 'from' ? step : shiftKey ? -step : 0;
  const byTo = handle === 'to' ? step : shiftKey ? -step : 0;
  const first = Math.max(0, Math.min(from + byFrom, handle === 'from' ? to : n - 1));
  const last = Math.min(n - 1, Math.max(to + byTo, handle === 'to' ? from : 0));
  return first <= last ? [first, last] : undefined;
}

/** Where a key leads from a place, in the order in which places are drawn; undefined for other keys. */
export function movedPlace(order: readonly number[], at: number, key: string): number | undefined {
  const step = STEPS[key];
  if (step === undefined) return undefined;
  return order[Math.max(0, Math.min(order.length - 1, order.indexOf(at) + step))];
}

/** The same from a cell of a heat map, which has neighbours on four sides. */
export function movedCell(
  { places, down }: Pick<ChartFace, 'places' | 'down'>,
  at: number,
  key: string,
): number | undefined {
  const step = STEPS[key];
  if (step === undefined) return undefined;
  const [across, row] = [Math.floor(at / down.length), at % down.length];
  const isUpright = key === 'ArrowUp' || key === 'ArrowDown' || key.startsWith('Page');
  const within = (place: number, n: number) => Math.max(0, Math.min(n - 1, place));
  const x = isUpright ? across : within(across + step, places.length);
  return x * down.length + (isUpright ? within(row + step, down.length) : row);
}

/** Far enough to reach either end of any axis. */
const ALL = 1e6;

const STEPS: Readonly<Record<string, number | undefined>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -ALL,
  End: ALL,
};
