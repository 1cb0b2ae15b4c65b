import type { ChartFace } from '../../../src/model/board.ts';
import { isStretch } from '../../board/chart-choice.ts';
import type { ChartPick } from './chart-pick.ts';
import { cellsBetween } from './pick-places.ts';

/** What of a brush is taken hold of. */
export type Hold = 'from' | 'to' | 'whole';

/** A press of the pointer on a chart, until it is let go. */
export interface Gesture {
  /** What of the brush is held; null where a new one is drawn. */
  hold: Hold | null;
  x: number;
  y: number;
  /** The place where it began. */
  start: number;
  /** The brush as it was: its first and its last place. */
  ends: readonly [number, number] | null;
  isDrag: boolean;
  before: ChartPick | null;
}

/** What a drag that began somewhere means now that it is at a place. */
export function draggedPick(
  face: Pick<ChartFace, 'places' | 'down'>,
  { hold, start, ends }: Gesture,
  place: number,
): ChartPick {
  const { places, down } = face;
  if (down.length > 0) return cellsBetween(face, start, place);
  const last = places.filter(isStretch).length - 1;
  const now = Math.min(place, last);
  if (ends !== null && hold === 'whole') {
    const by = Math.max(-ends[0], Math.min(last - ends[1], now - start));
    return rangePick(places, ends[0] + by, ends[1] + by);
  }
  const fixed = ends === null ? Math.min(start, last) : hold === 'from' ? ends[1] : ends[0];
  return rangePick(places, Math.min(fixed, now), Math.max(fixed, now));
}

/** All from the first to the last of two stretches. */
export function rangePick(places: ChartFace['places'], first: number, last: number): ChartPick {
  const [from, to] = [places[first]?.from ?? 0, places[last]?.to ?? 0];
  return { across: { by: 'range', from, to }, down: null };
}
