import type { ChartFace } from '../../../src/model/board.ts';
import { asRange, chosenPlaces } from '../../board/chart-choice.ts';
import type { ChartPick } from './chart-pick.ts';

/** The keys that are held while something is picked. */
export interface Held {
  ctrlKey: boolean;
  shiftKey: boolean;
}

/**
 * Which places are chosen after one more is picked: alone, or none when it was alone already; with Ctrl
 * it joins or leaves the others; with Shift all from the last one, in the order in which they are drawn.
 */
export function pickedPlaces(
  chosen: readonly number[],
  at: number,
  last: number | null,
  order: readonly number[],
  { ctrlKey, shiftKey }: Held,
): number[] {
  if (shiftKey && last !== null) {
    const ends = [order.indexOf(last), order.indexOf(at)].sort((a, b) => a - b);
    return order.slice(ends[0], (ends[1] ?? 0) + 1).toSorted((a, b) => a - b);
  }
  if (ctrlKey) return toggled(chosen, at);
  return chosen.length === 1 && chosen[0] === at ? [] : [at];
}

/** The pick after a place, of a heat map a cell, is picked. */
export function pickedOn(
  face: Pick<ChartFace, 'places' | 'down'>,
  pick: ChartPick | null,
  at: number,
  last: number | null,
  order: readonly number[],
  held: Held,
): ChartPick | null {
  const { places, down } = face;
  if (down.length === 0) {
    const next = pickedPlaces(indicesOf(pick, 'across', places), at, last, order, held);
    return next.length === 0 ? null : { across: asRange(places, next), down: null };
  }
  const [across, row] = [Math.floor(at / down.length), at % down.length];
  const before = [indicesOf(pick, 'across', places), indicesOf(pick, 'down', down)] as const;
  if (held.shiftKey && last !== null) {
    return cellsBetween(face, last, at);
  }
  if (held.ctrlKey) {
    return cells(face, joined(before[0], across), joined(before[1], row));
  }
  const isAlone =
    before[0].length === 1 &&
    before[1].length === 1 &&
    before[0][0] === across &&
    before[1][0] === row;
  return isAlone ? null : cells(face, [across], [row]);
}

/** The rectangle between two cells of a heat map. */
export function cellsBetween(
  face: Pick<ChartFace, 'places' | 'down'>,
  one: number,
  other: number,
): ChartPick {
  const high = face.down.length;
  const span = (a: number, b: number) =>
    Array.from({ length: Math.abs(a - b) + 1 }, (_, k) => Math.min(a, b) + k);
  return cells(
    face,
    span(Math.floor(one / high), Math.floor(other / high)),
    span(one % high, other % high),
  );
}

function cells(
  { places, down }: Pick<ChartFace, 'places' | 'down'>,
  across: readonly number[],
  rows: readonly number[],
): ChartPick {
  return { across: asRange(places, across), down: asRange(down, rows) };
}

/** The chosen places along one axis, ascending; none where nothing is chosen. */
export function indicesOf(
  pick: ChartPick | null,
  axis: 'across' | 'down',
  places: ChartFace['places'],
): number[] {
  const choice = pick?.[axis];
  if (!choice) return [];
  return chosenPlaces(places, choice).flatMap((isChosen, at) => (isChosen ? at : []));
}

/** The first and the last place of a brush that covers all from the one to the other and no part of any. */
export function wholePlaces(
  pick: ChartPick | null,
  places: ChartFace['places'],
): readonly [first: number, last: number] | undefined {
  if (pick?.across?.by !== 'range' || pick.down !== null) return undefined;
  const { from, to } = pick.across;
  const first = places.findIndex((place) => place.from === from);
  const last = places.findIndex((place) => place.to === to);
  return first >= 0 && first <= last ? [first, last] : undefined;
}

function toggled(chosen: readonly number[], at: number): number[] {
  return chosen.includes(at)
    ? chosen.filter((each) => each !== at)
    : [...chosen, at].sort((a, b) => a - b);
}

function joined(chosen: readonly number[], at: number): number[] {
  return chosen.includes(at) ? [...chosen] : toggled(chosen, at);
}
