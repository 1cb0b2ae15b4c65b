import type { ChartNumbers, Place } from '../../../../src/model/board.ts';
import { chosenPlaces } from '../../../board/chart-choice.ts';
import type { ChartPick } from '../chart-pick.ts';
import { barLabel, barLengths } from '../measure.ts';
import { writeText } from '../write-text.ts';
import type { ColumnPlace } from './column-drawing.ts';
import type { Drawing, DrawingInput } from './drawing.ts';
import { placeTicks } from './place-ticks.ts';
import { box, set, svg, svgRoot } from './svg.ts';
import { cutText, textRoom } from './text-room.ts';

const BOTTOM = 22;
/** Shades from few to many; each is one path. */
const SHADES = 8;
/** Cells that are written into: wide and high enough for a number. */
const WRITTEN = { width: 34, height: 15, cells: 150 };

/** How many rows have both: places across and down, shaded from none to many. */
export function heatDrawing({ face, width, height, measure, of }: DrawingInput): Drawing {
  const { places, down } = face;
  const all = face.all.show === 'heat-map' ? face.all.counts : [];
  const root = svgRoot(width, height);
  const widest = Math.max(0, ...down.map(({ label }) => textRoom(label)));
  const left = Math.round(Math.min(widest, 0.34 * width)) + 8;
  const high = down.length;
  const across = heldPlaces(places, (at, row) => all[at * high + row] ?? 0, high);
  const rows = heldPlaces(down, (row, at) => all[at * high + row] ?? 0, places.length);
  const each = (width - left - 2) / Math.max(1, across.length);
  const x: (ColumnPlace | undefined)[] = places.map((_, at) => {
    const nth = across.indexOf(at);
    return nth < 0 ? undefined : { left: left + nth * each, width: each, gap: 0 };
  });
  const tall = (height - BOTTOM - 2) / Math.max(1, rows.length);
  const topOf = (row: number) => {
    const nth = rows.indexOf(row);
    return nth < 0 ? undefined : 2 + nth * tall;
  };
  const paths = Array.from({ length: SHADES }, (_, shade) =>
    svg(root, 'path', { class: 'shade', 'fill-opacity': ((shade + 1) / SHADES) * 0.85 }),
  );
  const frame = svg(root, 'path', { class: 'chosen-cells' });
  const cursor = svg(root, 'rect', { class: 'cursor over' });
  const every = Math.max(1, Math.ceil(13 / tall));
  for (const [nth, row] of rows.entries()) {
    if (nth % every > 0) continue;
    const { label = '', isMissing = false } = down[row] ?? {};
    const y = 2 + nth * tall + tall / 2 + 4;
    const text = cutText(isMissing ? `∅ ${label}` : label, left - 8);
    svg(root, 'text', { x: left - 5, y, 'text-anchor': 'end', class: 'name' }, text);
  }
  for (const { at, text } of placeTicks(places, x)) {
    const place = x[at];
    if (place === undefined) continue;
    const middle = place.left + place.width / 2;
    svg(root, 'text', { x: middle, y: height - 7, 'text-anchor': 'middle' }, text);
  }
  const isWritten =
    each >= WRITTEN.width && tall >= WRITTEN.height && across.length * rows.length <= WRITTEN.cells;
  const texts = isWritten
    ? all.map((_, cell) => {
        const place = x[Math.floor(cell / high)];
        const top = topOf(cell % high);
        if (place === undefined || top === undefined) return undefined;
        return svg(root, 'text', {
          x: place.left + place.width / 2,
          y: top + tall / 2 + 4,
          'text-anchor': 'middle',
          class: 'cell',
        });
      })
    : [];
  let counts: readonly number[] = all;

  function draw(): void {
    const cohort = counts.reduce((sum, n) => sum + n, 0);
    const countsAt = (cell: number) => ({ n: counts[cell] ?? 0, all: all[cell] ?? 0, cohort, of });
    const lengths = counts.map((_, cell) => barLengths(measure, countsAt(cell))[0]);
    const most = measure === 'rate' ? 100 : Math.max(1e-9, ...lengths);
    const paint = Array.from({ length: SHADES }, () => '');
    for (const [cell, length] of lengths.entries()) {
      const place = x[Math.floor(cell / high)];
      const y = topOf(cell % high);
      if (length <= 0 || place === undefined || y === undefined) continue;
      const shade = Math.min(SHADES - 1, Math.ceil((length / most) * SHADES) - 1);
      paint[shade] += box(place.left + 0.5, y + 0.5, place.width - 1, tall - 1);
    }
    for (const [shade, path] of paths.entries()) set(path, { d: paint[shade] ?? '' });
    for (const [cell, text] of texts.entries()) {
      if (text === undefined) continue;
      writeText(text, (counts[cell] ?? 0) > 0 ? barLabel(measure, countsAt(cell)) : '');
    }
  }

  /** The outline of the chosen cells. */
  function cellsOf(pick: ChartPick): string {
    const isAcross = pick.across && chosenPlaces(places, pick.across);
    const isDown = pick.down && chosenPlaces(down, pick.down);
    let d = '';
    for (const [i, place] of x.entries()) {
      for (const [nth, row] of rows.entries()) {
        if (place === undefined || isAcross?.[i] === false || isDown?.[row] === false) continue;
        d += box(place.left + 1, 2 + nth * tall + 1, place.width - 2, tall - 2);
      }
    }
    return d;
  }

  draw();
  return {
    element: root,
    paint(numbers: ChartNumbers, pick: ChartPick | null) {
      if (numbers.show === 'heat-map') counts = numbers.counts;
      draw();
      set(frame, { d: pick === null ? '' : cellsOf(pick) });
    },
    point(at) {
      const place = at === null ? undefined : x[Math.floor(at / high)];
      const y = at === null ? undefined : topOf(at % high);
      cursor.style.display = place === undefined || y === undefined ? 'none' : '';
      if (place === undefined || y === undefined) return;
      set(cursor, { x: place.left, y, width: place.width, height: tall });
    },
    placeAt(px, py) {
      const nth = (from: number, size: number, n: number) =>
        Math.max(0, Math.min(n - 1, Math.floor(from / size)));
      const at = across[nth(px - left, each, across.length)] ?? 0;
      return at * high + (rows[nth(py - 2, tall, rows.length)] ?? 0);
    },
  };
}

/** The places of an axis but the reasons for missing values that nobody has. */
function heldPlaces(
  places: readonly Place[],
  countAt: (place: number, other: number) => number,
  others: number,
): number[] {
  return places.flatMap(({ isMissing }, at) => {
    const isHeld = Array.from({ length: others }, (_, other) => countAt(at, other)).some(Boolean);
    return isMissing && !isHeld ? [] : at;
  });
}
