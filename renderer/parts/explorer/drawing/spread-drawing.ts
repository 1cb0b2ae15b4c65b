import { niceScale } from '../../../../src/chart/nice-scale.ts';
import type { ChartNumbers, GroupBox, GroupMoments } from '../../../../src/model/board.ts';
import { formatNumber } from '../../../../src/model/format.ts';
import { chosenPlaces } from '../../../board/chart-choice.ts';
import type { ChartPick } from '../chart-pick.ts';
import { writeText } from '../write-text.ts';
import { compactNumber } from './compact-number.ts';
import type { Drawing, DrawingInput } from './drawing.ts';
import { box, set, svg, svgRoot } from './svg.ts';
import { cutText, textRoom } from './text-room.ts';

const ROW = 26;
const AXIS = 22;

/** A number of one group, as it is drawn: the middle, the thick part and the thin part around it. */
export interface Spread {
  n: number;
  middle: number | null;
  inner: readonly [number, number] | null;
  outer: readonly [number, number] | null;
}

/** Boxes, or means with one standard deviation either way, under each other on one axis. */
export function spreadDrawing({ face, width }: DrawingInput, order: readonly number[]): Drawing {
  const { places } = face;
  const height = order.length * ROW + AXIS;
  const root = svgRoot(width, height);
  const labels = order.map((at) => places[at]?.label ?? '');
  const widest = Math.max(0, ...labels.map((label) => textRoom(label)));
  const left = Math.round(Math.min(widest, 0.36 * width)) + 14;
  const right = width - 56;
  const everyone = spreadsOf(face.all);
  const ends = everyone.flatMap(({ inner, outer, middle }) => [
    ...(inner ?? []),
    ...(outer ?? []),
    ...(middle === null ? [] : [middle]),
  ]);
  const scale = niceScale(Math.min(0, ...ends), Math.max(0, ...ends), false, 4);
  const place = (value: number) =>
    left + ((value - scale.low) / (scale.high - scale.low)) * (right - left);
  for (const tick of scale.ticks) {
    const x = Math.round(place(tick)) + 0.5;
    svg(root, 'path', { class: 'rule', d: `M${x} ${AXIS - 4}V${height}` });
    svg(root, 'text', { x, y: 12, 'text-anchor': 'middle' }, compactNumber(tick));
  }
  const cursor = svg(root, 'rect', { class: 'cursor', x: 0, width, height: ROW, rx: 3 });
  const shadow = svg(root, 'path', { class: 'pale' });
  const whiskers = svg(root, 'path', { class: 'whisker' });
  const boxes = svg(root, 'path', { class: 'box' });
  const faint = svg(root, 'path', { class: 'box out' });
  const middles = svg(root, 'path', { class: 'middle' });
  const texts = labels.map((label, row) => {
    const y = AXIS + row * ROW + 17;
    const name = svg(root, 'text', { x: 4, y, class: 'name' }, cutText(label, left - 12));
    const value = svg(root, 'text', { x: width - 4, y, 'text-anchor': 'end', class: 'value' });
    return { name, value };
  });
  let now = everyone;
  let isIn: readonly boolean[] | null = null;

  function draw(): void {
    let [pale, thin, thick, dim, middle] = ['', '', '', '', ''];
    for (const [row, at] of order.entries()) {
      const [one, all] = [now[at], everyone[at]];
      const y = AXIS + row * ROW + ROW / 2;
      if (all?.inner) pale += box(place(all.inner[0]), y - 10, reach(all.inner), 20);
      const text = texts[row];
      if (text !== undefined) {
        const value = one?.middle ?? null;
        writeText(text.value, value === null ? '–' : formatNumber(value, 'number'));
        text.name.classList.toggle('on', isIn?.[at] === true);
      }
      if (one === undefined || one.middle === null) continue;
      if (one.outer) thin += `M${place(one.outer[0])} ${y}H${place(one.outer[1])}`;
      const inner = one.inner ? box(place(one.inner[0]), y - 6, reach(one.inner), 12) : '';
      if (isIn && !isIn[at]) dim += inner;
      else thick += inner;
      middle += `M${place(one.middle)} ${y - 8}v16`;
    }
    set(shadow, { d: pale });
    set(whiskers, { d: thin });
    set(boxes, { d: thick });
    set(faint, { d: dim });
    set(middles, { d: middle });
  }

  function reach([from, to]: readonly [number, number]): number {
    return Math.max(1, place(to) - place(from));
  }

  draw();
  return {
    element: root,
    paint(numbers: ChartNumbers, pick: ChartPick | null) {
      now = spreadsOf(numbers);
      isIn = pick?.across ? chosenPlaces(places, pick.across) : null;
      draw();
    },
    point(at) {
      const row = at === null ? -1 : order.indexOf(at);
      cursor.style.display = row < 0 ? 'none' : '';
      if (row >= 0) set(cursor, { y: AXIS + row * ROW });
    },
    placeAt: (_, y) =>
      order[Math.max(0, Math.min(order.length - 1, Math.floor((y - AXIS) / ROW)))] ?? null,
  };
}

export function spreadsOf(numbers: ChartNumbers): Spread[] {
  if (numbers.show === 'boxes') return numbers.groups.map(boxSpread);
  return numbers.show === 'means' ? numbers.groups.map(meanSpread) : [];
}

function boxSpread({ n, box }: GroupBox): Spread {
  return box === null
    ? { n, middle: null, inner: null, outer: null }
    : { n, middle: box.median, inner: [box.lower, box.upper], outer: [box.low, box.high] };
}

function meanSpread({ n, mean, sd }: GroupMoments): Spread {
  const isSpread = mean !== null && sd !== null;
  return { n, middle: mean, inner: isSpread ? [mean - sd, mean + sd] : null, outer: null };
}
