import type { Place } from '../../../../src/model/board.ts';
import { formatNumber } from '../../../../src/model/format.ts';
import { isStretch } from '../../../board/chart-choice.ts';
import type { ColumnPlace } from './column-drawing.ts';
import { textRoom } from './text-room.ts';

/** A label under one of the places. */
export interface PlaceTick {
  at: number;
  text: string;
}

/** The labels of an axis that have room: of months the years, else every one, second, fifth … */
export function placeTicks(
  places: readonly Place[],
  x: readonly (ColumnPlace | undefined)[],
): PlaceTick[] {
  const step = (x[1]?.left ?? 0) - (x[0]?.left ?? 0) || (x[0]?.width ?? 0);
  const present = places.flatMap((place, at) => (place.isMissing ? [] : at));
  const missing = places.flatMap(({ isMissing }, at) =>
    isMissing && x[at] ? [{ at, text: '∅' }] : [],
  );
  const texts = present.map((at) => tickText(places[at] as Place));
  const years = present.filter((at) => isJanuary(places[at] as Place));
  if (years.length >= 2) {
    const every = Math.ceil(40 / (12 * step));
    const shown = years.filter((_, nth) => nth % every === 0);
    return [...shown.map((at) => ({ at, text: yearOf(places[at] as Place) })), ...missing];
  }
  const widest = Math.max(0, ...texts.map((text) => textRoom(text))) + 6;
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((each) => each * step >= widest) ?? 1000;
  const ticks = present.flatMap((at, nth) => {
    return nth % every === 0 ? { at, text: texts[nth] ?? '' } : [];
  });
  return [...ticks, ...missing];
}

/** What a month is called: "April 2019". */
const MONTH = /^[A-Z][a-z]+ \d{4}$/;

function tickText(place: Place): string {
  const { from, label, part } = place;
  if (part !== undefined) return `${label}*`;
  // A financial year and a month keep their name; a bar of numbers is called by where it begins.
  const isNamed = !isStretch(place) || MONTH.test(label) || label.includes('/');
  return isNamed || from === undefined ? label : formatNumber(from, 'number');
}

function isJanuary({ label }: Place): boolean {
  return MONTH.test(label) && label.startsWith('January');
}

function yearOf({ label }: Place): string {
  return label.slice(-4);
}
