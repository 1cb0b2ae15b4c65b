import { niceScale } from '../../../../src/chart/nice-scale.ts';
import type { ChartNumbers, Place } from '../../../../src/model/board.ts';
import { type AxisChoice, chosenPlaces, isStretch } from '../../../board/chart-choice.ts';
import type { ChartPick } from '../chart-pick.ts';
import { barLabel, barLengths, type PlaceCounts, percentWords } from '../measure.ts';
import { writeText } from '../write-text.ts';
import { compactNumber } from './compact-number.ts';
import type { Drawing, DrawingInput } from './drawing.ts';
import { placeTicks } from './place-ticks.ts';
import { box, hatch, set, svg, svgRoot } from './svg.ts';

const TOP = 16;
const BOTTOM = 22;
const LEFT = 42;
const RIGHT = 10;
const GAP = 10;
const WIDEST = 64;
/** Labels of single bars while there are so few. */
const LABELLED = 12;

/** Bars beside each other along an axis with an order: dates, numbers, ordered codes. */
export function columnDrawing({ face, width, height, measure, of }: DrawingInput): Drawing {
  const { places } = face;
  const all = face.all.show === 'counts' ? face.all.counts : [];
  const x = columnPlaces(places, all, LEFT, width - LEFT - RIGHT);
  const base = height - BOTTOM;
  const root = svgRoot(width, height);
  const grid = svg(root, 'g', { class: 'grid' });
  const shadow = svg(root, 'path', { class: 'pale' });
  const fill = hatch(root);
  const left = svg(root, 'path', { class: 'bar out' });
  const chosen = svg(root, 'path', { class: 'bar' });
  const parts = svg(root, 'path', { fill });
  const everyone = svg(root, 'path', { class: 'everyone' });
  svg(root, 'path', { class: 'axis', d: `M${LEFT - 4} ${base + 0.5}H${width}` });
  for (const { at, text } of placeTicks(places, x)) {
    const centre = (x[at]?.left ?? 0) + (x[at]?.width ?? 0) / 2;
    svg(root, 'text', { x: centre, y: base + 15, 'text-anchor': 'middle' }, text);
  }
  const isLabelled = places.length <= LABELLED && (x[0]?.width ?? 0) > 16;
  const labels = isLabelled
    ? x.map(
        (place) =>
          place &&
          svg(root, 'text', {
            x: place.left + place.width / 2,
            'text-anchor': 'middle',
            class: 'value',
          }),
      )
    : [];
  const cursor = svg(root, 'rect', { class: 'cursor', y: 2, height: base - 2, rx: 2 });
  let counts: readonly number[] = all;
  let pick: AxisChoice | null = null;
  let top = 0;

  const countsAt = (at: number, cohort: number): PlaceCounts => ({
    n: counts[at] ?? 0,
    all: all[at] ?? 0,
    cohort,
    of,
  });

  function scaleTo(most: number): void {
    const scale = niceScale(0, most, measure === 'count', 3);
    if (scale.high === top) return;
    top = scale.high;
    grid.replaceChildren();
    for (const tick of isLabelled ? [] : scale.ticks.slice(1)) {
      const y = Math.round(base - (tick / top) * (base - TOP)) + 0.5;
      svg(grid, 'path', { class: 'rule', d: `M${LEFT - 4} ${y}H${width}` });
      const words = measure === 'count' ? compactNumber(tick) : percentWords(tick);
      svg(grid, 'text', { x: LEFT - 7, y: y + 4, 'text-anchor': 'end' }, words);
    }
  }

  function draw(): void {
    const cohort = counts.reduce((sum, n) => sum + n, 0);
    const lengths = places.map((_, at) => barLengths(measure, countsAt(at, cohort)));
    scaleTo(measure === 'rate' ? 100 : Math.max(1e-9, ...lengths.flat()));
    const isIn = pick && chosenPlaces(places, pick);
    let [pale, inside, outside, part, marks] = ['', '', '', '', ''];
    for (const [at, [length, whole]] of lengths.entries()) {
      const place = x[at];
      if (place === undefined) continue;
      const rise = (value: number) => {
        const tall = (value / top) * (base - TOP);
        return value > 0 ? Math.max(1, tall) : 0;
      };
      pale += box(place.left, base - rise(whole), place.width, rise(whole));
      if (measure === 'share' && whole > 0) {
        marks += `M${place.left} ${base - rise(whole)}h${place.width}`;
      }
      const bar = box(place.left, base - rise(length), place.width, rise(length));
      if (isIn && !isIn[at]) outside += bar;
      else if (places[at]?.part !== undefined) part += bar;
      else inside += bar;
      const label = labels[at];
      if (label !== undefined) {
        writeText(label, barLabel(measure, countsAt(at, cohort)));
        set(label, { y: base - rise(Math.max(length, whole)) - 4 });
      }
    }
    set(shadow, { d: pale });
    set(chosen, { d: inside });
    set(left, { d: outside });
    set(parts, { d: part });
    set(everyone, { d: marks });
  }

  draw();
  return {
    element: root,
    paint(numbers: ChartNumbers, next: ChartPick | null) {
      if (numbers.show === 'counts') counts = numbers.counts;
      pick = next?.across ?? null;
      draw();
    },
    point(at) {
      const place = at === null ? undefined : x[at];
      cursor.style.display = place === undefined ? 'none' : '';
      if (place !== undefined) set(cursor, { x: place.left - 1, width: place.width + 2 });
    },
    placeAt(px) {
      const at = x.findIndex((place) => place && px < place.left + place.width + place.gap / 2);
      return at < 0 ? x.findLastIndex((place) => place !== undefined) : at;
    },
    rangeAt(choice) {
      return choice.by === 'range' ? rangePixels(places, x, choice) : null;
    },
  };
}

/** Where a column stands, and how much is free on its right. */
export interface ColumnPlace {
  left: number;
  width: number;
  gap: number;
}

/** Width of a place without a value, where the others are narrower. */
const APART = 14;

/**
 * The places that are drawn side by side; those without a value stand apart at the end, and are left out
 * where nobody has none.
 */
export function columnPlaces(
  places: readonly Place[],
  all: readonly number[],
  left: number,
  room: number,
): (ColumnPlace | undefined)[] {
  const isDrawn = places.map(({ isMissing }, at) => !isMissing || (all[at] ?? 0) > 0);
  const missing = places.filter(({ isMissing }, at) => isMissing && isDrawn[at]).length;
  const present = places.filter(({ isMissing }) => !isMissing).length;
  const even = (room - (missing > 0 ? GAP : 0)) / Math.max(1, present + missing);
  const last = Math.max(even, APART);
  const step = (room - (missing > 0 ? GAP + missing * last : 0)) / Math.max(1, present);
  let from = left;
  let isApart = false;
  return places.map(({ isMissing }, at) => {
    if (!isDrawn[at]) return undefined;
    if (isMissing && !isApart) {
      from += GAP;
      isApart = true;
    }
    const each = isMissing ? last : step;
    const gap = each > 4 ? Math.max(1, each * (each > 16 ? 0.2 : 0.12)) : 0;
    const width = Math.min(each - gap, WIDEST);
    const place = { left: from + (each - width) / 2, width, gap: each - width };
    from += each;
    return place;
  });
}

/** From where to where a range stands; within a place by proportion. */
function rangePixels(
  places: readonly Place[],
  x: readonly (ColumnPlace | undefined)[],
  { from, to }: { from: number; to: number },
): readonly [number, number] | null {
  const at = (value: number, isEnd: boolean) => {
    for (const [index, place] of places.entries()) {
      const column = x[index];
      if (!isStretch(place) || column === undefined) continue;
      const { from: first = 0, to: end = 0 } = place;
      if (isEnd ? value > end : value >= end) continue;
      const share = Math.max(0, (value - first) / (end - first));
      return column.left - column.gap / 2 + share * (column.width + column.gap);
    }
    const last = x[places.findLastIndex(isStretch)];
    return last === undefined ? 0 : last.left + last.width + last.gap / 2;
  };
  const ends = [at(from, false), at(to, true)] as const;
  return ends[0] < ends[1] ? ends : null;
}
