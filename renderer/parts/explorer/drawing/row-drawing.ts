import type { ChartNumbers } from '../../../../src/model/board.ts';
import { formatNumber } from '../../../../src/model/format.ts';
import { type AxisChoice, chosenPlaces } from '../../../board/chart-choice.ts';
import type { ChartPick } from '../chart-pick.ts';
import { barLabel, barLengths } from '../measure.ts';
import { writeText } from '../write-text.ts';
import type { Drawing, DrawingInput } from './drawing.ts';
import { box, set, svg, svgRoot } from './svg.ts';
import { cutText, textRoom } from './text-room.ts';

/** Height of a row: what a finger or a shaky hand can hit. */
export const ROW = 24;
const BAR = 14;

/** Bars under each other with their labels: categories. */
export function rowDrawing(
  { face, width, measure, of }: DrawingInput,
  order: readonly number[],
): Drawing {
  const { places } = face;
  const all = face.all.show === 'counts' ? face.all.counts : [];
  const height = Math.max(ROW, order.length * ROW);
  const root = svgRoot(width, height);
  const labels = order.map((at) => places[at]?.label ?? '');
  const widest = Math.max(0, ...labels.map((label) => textRoom(label)));
  const left = Math.round(Math.min(widest, 0.42 * width)) + 14;
  const numbers = measure === 'count' ? all.map((n) => textRoom(formatNumber(n, 'count'))) : [];
  const room = width - left - Math.max(46, ...numbers) - 10;
  const cursor = svg(root, 'rect', { class: 'cursor', x: 0, width, height: ROW, rx: 3 });
  const shadow = svg(root, 'path', { class: 'pale' });
  const outside = svg(root, 'path', { class: 'bar out' });
  const inside = svg(root, 'path', { class: 'bar' });
  const everyone = svg(root, 'path', { class: 'everyone' });
  const texts = order.map((at, row) => {
    const y = row * ROW + 16;
    const isWord = places[at]?.value !== undefined;
    const name = svg(
      root,
      'text',
      { x: 4, y, class: isWord ? 'name' : 'name soft' },
      cutText(labels[row] ?? '', left - 12),
    );
    const value = svg(root, 'text', { x: width - 4, y, 'text-anchor': 'end', class: 'value' });
    return { name, value };
  });
  let counts: readonly number[] = all;
  let pick: AxisChoice | null = null;

  function draw(): void {
    const cohort = counts.reduce((sum, n) => sum + n, 0);
    const countsAt = (at: number) => ({ n: counts[at] ?? 0, all: all[at] ?? 0, cohort, of });
    const lengths = order.map((at) => barLengths(measure, countsAt(at)));
    const most = measure === 'rate' ? 100 : Math.max(1e-9, ...lengths.flat());
    const isIn = pick && chosenPlaces(places, pick);
    const long = (value: number) => (value > 0 ? Math.max(1, (value / most) * room) : 0);
    let [pale, chosen, unchosen, marks] = ['', '', '', ''];
    for (const [row, [length, whole]] of lengths.entries()) {
      const at = order[row] ?? 0;
      const y = row * ROW + (ROW - BAR) / 2;
      pale += box(left, y, long(whole), BAR);
      const bar = box(left, y, long(length), BAR);
      if (measure === 'share') marks += `M${left + long(whole)} ${y - 3}v${BAR + 6}`;
      const isOut = isIn !== null && !isIn[at];
      if (isOut) unchosen += bar;
      else chosen += bar;
      const text = texts[row];
      if (text === undefined) continue;
      writeText(text.value, barLabel(measure, countsAt(at)));
      text.name.classList.toggle('on', isIn?.[at] === true);
      text.value.classList.toggle('dim', isOut);
    }
    set(shadow, { d: pale });
    set(inside, { d: chosen });
    set(outside, { d: unchosen });
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
      const row = at === null ? -1 : order.indexOf(at);
      cursor.style.display = row < 0 ? 'none' : '';
      if (row >= 0) set(cursor, { y: row * ROW });
    },
    placeAt: (_, y) => order[Math.max(0, Math.min(order.length - 1, Math.floor(y / ROW)))] ?? null,
  };
}
