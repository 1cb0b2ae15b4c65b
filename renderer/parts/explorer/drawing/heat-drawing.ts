import type { ChartNumbers } from '../../../../src/model/board.ts';
import { formatNumber } from '../../../../src/model/format.ts';
import { chosenPlaces } from '../chart-choice.ts';
import type { ChartPick } from '../chart-pick.ts';
import { barLabel, barLengths } from '../measure.ts';
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
  const each = (width - left - 2) / Math.max(1, places.length);
  const x = places.map((_, at) => ({ left: left + at * each, width: each, gap: 0 }));
  const tall = (height - BOTTOM - 2) / Math.max(1, down.length);
  const paths = Array.from({ length: SHADES }, (_, shade) =>
    svg(root, 'path', { class: 'shade', 'fill-opacity': ((shade + 1) / SHADES) * 0.85 }),
  );
  const frame = svg(root, 'path', { class: 'chosen-cells' });
  const cursor = svg(root, 'rect', { class: 'cursor over' });
  const every = Math.max(1, Math.ceil(13 / tall));
  for (const [row, { label, isMissing }] of down.entries()) {
    if (row % every > 0) continue;
    const y = 2 + row * tall + tall / 2 + 4;
    const text = cutText(isMissing ? `∅ ${label}` : label, left - 8);
    svg(root, 'text', { x: left - 5, y, 'text-anchor': 'end', class: 'name' }, text);
  }
  for (const { at, text } of placeTicks(places, x)) {
    const place = x[at];
    if (place === undefined) continue;
    const shown = cutText(text, Math.max(place.width, 40));
    const middle = place.left + place.width / 2;
    svg(root, 'text', { x: middle, y: height - 7, 'text-anchor': 'middle' }, shown);
  }
  const isWritten =
    (x[0]?.width ?? 0) >= WRITTEN.width &&
    tall >= WRITTEN.height &&
    places.length * down.length <= WRITTEN.cells;
  const texts = isWritten
    ? all.map((_, cell) => {
        const place = x[Math.floor(cell / down.length)];
        return svg(root, 'text', {
          x: (place?.left ?? 0) + (place?.width ?? 0) / 2,
          y: 2 + (cell % down.length) * tall + tall / 2 + 4,
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
      const place = x[Math.floor(cell / down.length)];
      if (length <= 0 || place === undefined) continue;
      const shade = Math.min(SHADES - 1, Math.ceil((length / most) * SHADES) - 1);
      const y = 2 + (cell % down.length) * tall;
      paint[shade] += box(place.left + 0.5, y + 0.5, place.width - 1, tall - 1);
    }
    for (const [shade, path] of paths.entries()) path.setAttribute('d', paint[shade] ?? '');
    for (const [cell, text] of texts.entries()) {
      text.textContent = (counts[cell] ?? 0) > 0 ? barLabel(measure, countsAt(cell)) : '';
    }
  }

  draw();
  return {
    element: root,
    paint(numbers: ChartNumbers) {
      if (numbers.show !== 'heat-map') return;
      counts = numbers.counts;
      draw();
    },
    choose(pick: ChartPick | null) {
      const isAcross = pick?.across ? chosenPlaces(places, pick.across) : places.map(() => true);
      const isDown = pick?.down ? chosenPlaces(down, pick.down) : down.map(() => true);
      let d = '';
      if (pick !== null) {
        for (const [i, place] of x.entries()) {
          for (let row = 0; row < down.length; row++) {
            if (!isAcross[i] || !isDown[row]) continue;
            d += box(place.left + 1, 2 + row * tall + 1, place.width - 2, tall - 2);
          }
        }
      }
      frame.setAttribute('d', d);
    },
    point(at) {
      const place = at === null ? undefined : x[Math.floor(at / down.length)];
      cursor.style.display = place === undefined ? 'none' : '';
      if (place === undefined || at === null) return;
      const y = 2 + (at % down.length) * tall;
      set(cursor, { x: place.left, y, width: place.width, height: tall });
    },
    placeAt(px, py) {
      const across = x.findIndex((place) => px < place.left + place.width);
      const row = Math.max(0, Math.min(down.length - 1, Math.floor((py - 2) / tall)));
      return (across < 0 ? places.length - 1 : across) * down.length + row;
    },
  };
}

/** A cell read aloud. */
export function cellWords(across: string, down: string, n: number, all: number): string {
  return `${across}, ${down}: ${formatNumber(n, 'count')}, of all ${formatNumber(all, 'count')}`;
}
